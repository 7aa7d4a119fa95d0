import type { ReadingFinding, ReadingQuestion } from '#core/model/reading.ts'
import { isBlankRow, type SourceRow } from '#core/model/source.ts'
import { countFilled } from './count-filled.ts'

export interface FooterFound {
  /** How many of the last rows are footer, trailing blank rows left out of the count. */
  readonly rows: number
  readonly findings: readonly ReadingFinding[]
  readonly question: ReadingQuestion | null
}

export interface FooterFacts {
  readonly headers: readonly string[]
  /** Filled cells of a usual row. */
  readonly usual: number
  readonly sheet: string | null
  /** As chosen by the operator. */
  readonly wanted: number | undefined
}

const footerThreshold = 0.9

const words = /^(?:(?:grand |sub-?|overall )?totals?(?: (?:records?|rows?|customers?|accounts?|contacts?|sites?|count|number))?\s*[:=]?(?:\s*[\d.,]+)?$|(?:total )?(?:number|count|no\.?) of \w+|-*\s*end of (?:report|file|data|export|list|document)|(?:data )?(?:exported|generated|printed|produced|created|downloaded|extracted|prepared|run|report run|report generated) (?:by|on|at|from|with|using)\b|\d[\d,]* (?:records?|rows?|customers?|accounts?|contacts?|sites?|results?|items?|entries)\b|records?(?: found| exported| selected)?\s*:|rows?(?: exported| selected)?\s*:|page \d+|copyright\b|©|\(c\) |confidential(?: information)?\b|all rights reserved|\*{3,}|-{3,}|={3,}|_{3,})/i

/** Lines below the data that are none. `last` are the last rows of the table, oldest first, trailing blank rows among them. */
export function findFooter(last: readonly SourceRow[], facts: FooterFacts): FooterFound {
  const end = last.findLastIndex((row) => !isBlankRow(row)) + 1
  if (facts.wanted !== undefined) {
    const rows = Math.min(facts.wanted, end)
    return { rows, question: null, findings: [{ about: 'footer', confidence: 1, evidence: `${rows === 0 ? 'No row' : rows === 1 ? 'The last row' : `The last ${rows} rows`} below the data left out, as chosen.` }] }
  }
  return { rows: 0, findings: [], question: null, ...detect(last, end, facts) }
}

function detect(last: readonly SourceRow[], end: number, facts: FooterFacts): Partial<FooterFound> {
  const sparse = last.slice(0, end).map((row) => {
    const filled = countFilled(row)
    if (filled === 0) return 'blank'
    if (saysFooter(row, facts.usual)) return 'known'
    return filled === 1 && facts.headers.length > 2 ? 'lone' : 'data'
  })
  const top = sparse.lastIndexOf('data') + 1
  const known = sparse.indexOf('known', top)
  const start = startOfGroup(sparse, known === -1 ? end - 1 : known, top)
  // Lone cells right below the data belong to it, unless they say what they are.
  const begins = sparse[start - 1] === 'blank' || known === -1 ? start : known
  if (begins >= end || sparse[begins] === 'data') return {}
  return weigh({ ...facts, last, start: begins, end, known: known === -1 ? 0 : 1, parted: sparse[begins - 1] === 'blank' })
}

/** The first of the rows without a blank one between them. */
function startOfGroup(sparse: readonly string[], from: number, top: number): number {
  let start = from
  while (start > top && sparse[start - 1] !== 'blank') start -= 1
  return start
}

interface Block extends Omit<FooterFacts, 'wanted'> {
  readonly last: readonly SourceRow[]
  readonly start: number
  readonly end: number
  readonly known: number
  readonly parted: boolean
}

/** What speaks for the last rows being no data, as log-odds; single cells without such words happen in data too. */
function weigh(block: Block): Partial<FooterFound> {
  const { last, start, end, known, parted, headers, sheet } = block
  const short = last.slice(start, end).every((row) => row.cells.length === 1 && headers.length > 2)
  const score = (known > 0 ? 3 : -2.5) + (parted ? 2 : 0) + (short ? 1.2 : 0)
  const confidence = 1 / (1 + Math.exp(-score))
  const rows = end - start
  if (confidence < 1 - footerThreshold) return {}
  const text = last.slice(start, end).flatMap((row) => row.cells.filter((cell) => cell.trim() !== '')).join(' ').slice(0, 120)
  const which = rows === 1 ? 'The last row is' : `The last ${rows} rows are`
  const isFooter = confidence >= 0.5
  const findings: ReadingFinding[] = [{ about: 'footer', confidence: isFooter ? confidence : 1 - confidence, evidence: isFooter ? `${which} no data: “${text}”.` : `${which} taken for data: “${text}”.` }]
  const question = confidence >= footerThreshold ? null : askFooter(block, rows, sheet)
  return { rows: isFooter ? rows : 0, findings, question: question === null || isFooter ? question : { ...question, choices: question.choices.toReversed() } }
}

function saysFooter(row: SourceRow, usual: number): boolean {
  const texts = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const [first = '', ...others] = texts
  // A total has numbers beside it and not much else; a customer called “Total” has an address.
  return words.test(first) && texts.length <= Math.max(2, usual) && others.every((text) => /^[-+£$€(]*[\d.,\s]+[)%]?$/.test(text) || words.test(text) || others.length === 1)
}

function askFooter({ last, end, headers }: Block, rows: number, sheet: string | null): ReadingQuestion {
  const preview = (count: number): readonly (readonly string[])[] => [headers, ...last.slice(0, end - count).filter((row) => !isBlankRow(row)).slice(-9).map(({ cells }) => cells)]
  return {
    about: 'footerRows', file: 0, sheet, option: '--footer-rows', text: `It is not certain whether the last ${rows === 1 ? 'row is' : `${rows} rows are`} data.`,
    choices: [
      { decision: { footerRows: rows }, value: `${rows}`, label: rows === 1 ? 'Leave the last row out' : `Leave the last ${rows} rows out`, preview: preview(rows) },
      { decision: { footerRows: 0 }, value: '0', label: 'All rows are data', preview: preview(0) },
    ],
  }
}
