import type { Delimiter, Escape, Quote } from '#core/model/reading.ts'
import { seedRandom, type Random } from '../../../scripts/examples/random.ts'

/** A delimited text that was made up, and how it is to be cut. */
export interface MadeText {
  readonly seed: number
  readonly text: string
  readonly delimiter: Delimiter
  readonly quote: Quote
  readonly escape: Escape
  /** What it was written from; null when it was damaged afterwards, so that nobody knows what it should mean. */
  readonly records: readonly (readonly string[])[] | null
}

/** The same text for the same seed. Three in ten are damaged. */
export function makeText(seed: number): MadeText {
  const random = seedRandom(seed)
  const delimiter = random.pick([',', ';', '\t', '|'] as const)
  const quote = random.pick(['"', '"', '"', "'"] as const)
  const escape = random.pick(['doubled', 'doubled', 'doubled', 'backslash'] as const)
  const writing = { random, delimiter, quote, escape }
  const records = makeRecords(writing)
  const text = writeRecords(records, writing)
  return random.chance(0.3) ? { seed, text: damage(text, writing), delimiter, quote, escape, records: null } : { seed, text, delimiter, quote, escape, records }
}

interface Writing {
  readonly random: Random
  readonly delimiter: Delimiter
  readonly quote: Quote
  readonly escape: Escape
}

/** Most are small; one in five hundred is longer than the pieces it is read in. */
function makeRecords({ random, ...writing }: Writing): readonly (readonly string[])[] {
  const columns = 1 + random.below(6)
  const rows = random.chance(0.002) ? 400 + random.below(3000) : random.below(9)
  const isRagged = random.chance(0.2)
  return Array.from({ length: rows }, () => {
    if (random.chance(0.03)) return ['']
    return Array.from({ length: isRagged ? 1 + random.below(columns + 2) : columns }, () => makeCell({ random, ...writing }))
  })
}

const letters = ['a', 'b', 'Z', '0', '7', ' ', ' ', 'é', '€', 'ß', '😀', '\u2028', '\u00a0', '\ufeff', '\u0000', '-', '=', '\\']

function makeCell({ random, delimiter, quote }: Writing): string {
  if (random.chance(0.15)) return ''
  if (random.chance(0.5)) return random.pick(['Leeds', '00123', '1,234.50', 'a@b.example', '12/03/2024', 'O\'Neill', '5" pipe', '"', "'", '""', ' ', 'é€😀'])
  const special = random.chance(0.5) ? [delimiter, quote, '\n', '\r', '\r\n', '"', "'", '\\', `${quote}${delimiter}`, `${quote}\n`] : []
  const length = random.chance(0.01) ? 500 : 1 + random.below(9)
  return Array.from({ length }, () => random.pick([...letters, ...special])).join('')
}

/** Line ends alike, or another one after each record. */
function writeRecords(records: readonly (readonly string[])[], writing: Writing): string {
  const { random, delimiter } = writing
  const ends = random.pick([['\n'], ['\r\n'], ['\r'], ['\n', '\r\n'], ['\n', '\r\n', '\r']] as const)
  const quotesAll = random.chance(0.3)
  const lines = records.map((cells) => cells.map((cell, column) => writeCell(cell, writing, quotesAll || (column === 0 && cells.length > 1 && cell === ''))).join(delimiter))
  // A line feed alone after a return would be one line end with it, not a blank line.
  const text = lines.map((line) => `${line}${line === '' && ends.length > 1 ? '\r\n' : random.pick(ends)}`).join('')
  // Nothing after the last line end is no record, so a blank one keeps its own.
  return lines.at(-1) !== '' && random.chance(0.3) ? text.replace(/(\r\n|\n|\r)$/, '') : text
}

function writeCell(cell: string, { delimiter, quote, escape, random }: Writing, always: boolean): string {
  const needsQuotes = cell.startsWith(quote) || cell.includes(delimiter) || /[\r\n]/.test(cell)
  if (!needsQuotes && !always && !random.chance(0.1)) return cell
  const inside = escape === 'doubled' ? cell.replaceAll(quote, quote + quote) : cell.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
  return `${quote}${inside}${quote}`
}

/** One to three characters put in, taken out or doubled, those that matter more often than others; or the end cut off. */
function damage(text: string, { random, delimiter, quote }: Writing): string {
  let damaged = text
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    const at = random.below(damaged.length + 1)
    const near = damaged.indexOf(random.pick([quote, delimiter, '\n']), at)
    const place = near === -1 || random.chance(0.3) ? at : near
    const put = random.pick([quote, quote, delimiter, '\n', '\r', ' ', 'x', '\\', ''])
    damaged = random.chance(0.1) ? damaged.slice(0, place) : damaged.slice(0, place) + put + damaged.slice(random.chance(0.5) ? place : place + 1)
  }
  // Halves of characters are in no decoded text.
  return Buffer.from(damaged).toString()
}
