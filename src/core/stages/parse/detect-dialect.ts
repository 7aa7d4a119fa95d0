import type { Escape, Quote, ReadingDecisions, ReadingFinding, ReadingQuestion } from '#core/model/reading.ts'
import { delimiterNames, delimiters, type Dialect, type LineEnd } from './dialect.ts'
import { scanRecords } from './scan-records.ts'
import { scoreDialect, type DialectScore } from './score-dialect.ts'

export interface DialectFound extends Dialect {
  /** How most records end. */
  readonly newline: LineEnd
  /** Characters at the start that are no data: Excel's `sep=;` line. */
  readonly skip: number
  readonly findings: readonly ReadingFinding[]
  readonly questions: readonly ReadingQuestion[]
}

export type DialectWanted = Pick<ReadingDecisions, 'delimiter' | 'quote' | 'escape'>

/** Below it the operator is asked. */
const dialectThreshold = 0.9

/**
 * The delimiter, the quote and the escape under which the sample is most like a table: most records of one width, a wide one,
 * and quotes that open and close where they may. The sample is the file's beginning; `whole` says that nothing follows it.
 */
export function detectDialect(sample: string, whole: boolean, wanted: DialectWanted = {}): DialectFound {
  const directive = /^sep=([,;\t|])(?:\r\n|\n|\r)/i.exec(sample)
  const skip = directive?.[0].length ?? 0
  const text = sample.slice(skip)
  const directed = delimiters.find((delimiter) => delimiter === directive?.[1])
  const fixed = { ...wanted, ...(wanted.delimiter === undefined && directed !== undefined ? { delimiter: directed } : {}) }
  const ranked = rank(candidates(text, fixed).map((dialect) => scoreDialect(text, dialect, whole)))
  const [best] = ranked
  if (best === undefined) throw new Error('There is always a dialect to try')
  const doubts = (['delimiter', 'quote', 'escape'] as const).map((about) => ({ about, ...weigh(ranked, about) }))
  const questions = doubts.flatMap(({ about, confidence, rivals }) => (confidence < dialectThreshold ? [ask(about, rivals)] : []))
  const findings = doubts.flatMap(({ about, confidence }) => evidenceOf(best, { about, confidence, wanted, directed: directive !== null }))
  return { ...best.dialect, newline: detectNewline(text, best.dialect, whole), skip, findings, questions }
}

/** Ways to cut that the text gives a reason to try. */
function candidates(text: string, wanted: DialectWanted): Dialect[] {
  const quotes: readonly Quote[] = wanted.quote !== undefined ? [wanted.quote] : /(?:^|[,;\t|\r\n])'/.test(text) ? ['"', "'"] : ['"']
  const tried = wanted.delimiter === undefined ? delimiters : [wanted.delimiter]
  return tried.flatMap((delimiter) => quotes.flatMap((quote) => {
    const escapes: readonly Escape[] = wanted.escape !== undefined ? [wanted.escape] : text.includes(`\\${quote}`) || (text.includes('\\\\') && text.includes(quote)) ? ['doubled', 'backslash'] : ['doubled']
    return escapes.map((escape) => ({ delimiter, quote, escape }))
  }))
}

interface Weighed extends DialectScore {
  /** Of all readings that differ, its share of what speaks for them, 0 to 1. */
  readonly share: number
}

/** Likeliest first; of those that cut the text alike only the first one stays, for nothing depends on the choice. */
function rank(scores: readonly DialectScore[]): readonly Weighed[] {
  const sorted = scores.toSorted((a, b) => b.score - a.score)
  const different = sorted.filter(({ signature }, index) => sorted.findIndex((other) => other.signature === signature) === index)
  const top = different[0]?.score ?? 0
  const total = different.reduce((sum, { score }) => sum + Math.exp(score - top), 0)
  return different.map((score) => ({ ...score, share: Math.exp(score.score - top) / total }))
}

type Dimension = 'delimiter' | 'quote' | 'escape'

/** How sure one part of the dialect is, and the best reading for each other answer that is likely. */
function weigh(ranked: readonly Weighed[], about: Dimension): { readonly confidence: number; readonly rivals: readonly Weighed[] } {
  const best = ranked[0]?.dialect[about]
  const confidence = ranked.reduce((sum, { dialect, share }) => (dialect[about] === best ? sum + share : sum), 0)
  const rivals = ranked.filter(({ dialect }, index) => ranked.findIndex((other) => other.dialect[about] === dialect[about]) === index)
  return { confidence: Math.min(1, confidence), rivals: rivals.filter(({ share }, index) => index < 2 || share > 0.02).slice(0, 3) }
}

const options = { delimiter: '--delimiter', quote: '--quote', escape: '--escape' } as const
const sentences = {
  delimiter: 'The columns can be separated in more than one way.',
  quote: 'It is not certain which sign stands around cells that hold a separator or a line break.',
  escape: 'It is not certain how a quote inside a quoted cell is written.',
} as const

function ask(about: Dimension, rivals: readonly Weighed[]): ReadingQuestion {
  const choices = rivals.map(({ dialect, preview }) => {
    const value = about === 'delimiter' ? (dialect.delimiter === '\t' ? 'tab' : dialect.delimiter) : dialect[about]
    return { decision: { [about]: dialect[about] }, value, label: labelOf(dialect, about), preview }
  })
  return { about, file: 0, sheet: null, text: sentences[about], option: options[about], choices }
}

function labelOf({ delimiter, quote, escape }: Dialect, about: Dimension): string {
  if (about === 'delimiter') return `Separated by ${delimiterNames[delimiter]}`
  if (about === 'quote') return quoteNames[quote]
  return escapeNames[escape]
}
const quoteNames: Readonly<Record<Quote, string>> = { '"': 'Double quotes (") stand around cells', "'": "Apostrophes (') stand around cells" }
const escapeNames: Readonly<Record<Escape, string>> = { doubled: 'A quote inside a cell is doubled', backslash: 'A quote inside a cell has a backslash before it' }

interface Fact {
  readonly about: Dimension
  readonly confidence: number
  readonly wanted: DialectWanted
  readonly directed: boolean
}

function evidenceOf(best: DialectScore, { about, confidence, wanted, directed }: Fact): ReadingFinding[] {
  const { delimiter, quote, escape } = best.dialect
  if (wanted[about] !== undefined) return [{ about, confidence: 1, evidence: about === 'delimiter' ? `Columns are separated by ${delimiterNames[delimiter]}, as chosen.` : `${labelOf(best.dialect, about)}, as chosen.` }]
  if (about === 'delimiter') return [{ about, confidence, evidence: delimiterEvidence(best, directed) }]
  const isUsual = about === 'quote' ? quote === '"' : escape === 'doubled'
  return isUsual && confidence >= dialectThreshold ? [] : [{ about, confidence, evidence: `${labelOf(best.dialect, about)}.` }]
}

function delimiterEvidence({ dialect, width, agreeing, records }: DialectScore, directed: boolean): string {
  const name = delimiterNames[dialect.delimiter]
  if (directed) return `The first line of the file says that columns are separated by ${name}.`
  if (width < 2) return 'No separator was found in the first rows, so the file was read as a single column.'
  return `Columns are separated by ${name}: ${agreeing} of the first ${records} rows have ${width} columns.`
}

function detectNewline(text: string, dialect: Dialect, whole: boolean): LineEnd {
  const counts = new Map<LineEnd, number>()
  for (const { newline, records } of scanRecords(text, dialect, { final: whole, columns: 0, limit: Infinity }).runs) {
    if (newline !== '') counts.set(newline, (counts.get(newline) ?? 0) + records)
  }
  return [...counts].reduce<[LineEnd, number]>((kept, next) => (next[1] > kept[1] ? next : kept), ['\n', 0])[0]
}
