// Rows of many customers with thousands of errors of a few kinds, each customer with one at most: what an operator gets from a system
// that nobody kept clean. The same seed gives the same rows.
import { makeRows } from '../../scripts/examples/customers.ts'
import { seedRandom } from '../../scripts/examples/random.ts'
import { columns, makeTable, renderCsv, type Row } from '../../scripts/examples/table.ts'

/** The rows of one customer; a trouble answers them spoiled, or null where the customer is not of the right kind. */
type Trouble = (rows: readonly Row[]) => readonly Row[] | null

const spoil = (rows: readonly Row[], at: number, change: Row): readonly Row[] => rows.map((row, index) => (index === at ? { ...row, ...change } : row))
const emailOf = (rows: readonly Row[]): string => rows[0]?.['Contact email'] ?? ''
const siteOf = (row: Row): string => row['Site reference'] ?? ''
const isAlone = (rows: readonly Row[], at: number): boolean => rows.filter((row) => siteOf(row) === siteOf(rows[at] ?? {})).length === 1
const find = (rows: readonly Row[], wanted: (row: Row, at: number) => boolean): number => rows.findIndex(wanted)

/** One error each. */
export const troubles = {
  'day and month swapped': (rows) => {
    const at = find(rows, (row) => Number(row['Site start date']?.slice(8)) > 12)
    const [year, month, day] = (rows[at]?.['Site start date'] ?? '').split('-')
    return at < 0 ? null : spoil(rows, at, { 'Site start date': `${year}-${day}-${month}` })
  },
  'space in an email address': (rows) => spoil(rows, 0, { 'Contact email': emailOf(rows).replace('@', ' @') }),
  'customer type misspelt': (rows) => (rows[0]?.['Customer type'] === 'BUSINESS' ? spoil(rows, 0, { 'Customer type': 'Buisness' }) : null),
  'no way of delivery': (rows) => spoil(rows, 0, { 'Receive invoice by': '' }),
  'two invoice contacts': (rows) => {
    const at = find(rows, (row, index) => index > 0 && siteOf(row) === siteOf(rows[index - 1] ?? {}))
    return at < 0 ? null : spoil(rows, at, { 'Contact appears on invoice': 'Yes', 'Receive invoice by': 'EMAIL' })
  },
  'no invoice route': (rows) => {
    const at = find(rows, (row) => (row['Invoice site'] ?? '') !== '')
    return at < 0 ? null : rows.map((row) => (siteOf(row) === siteOf(rows[at] ?? {}) ? { ...row, 'Invoice site': '' } : row))
  },
  'site without a name': (rows) => (isAlone(rows, 0) ? spoil(rows, 0, { 'Site name': '' }) : null),
  'invoice site is the site itself': (rows) => (isAlone(rows, 0) ? spoil(rows, 0, { 'Invoice site': siteOf(rows[0] ?? {}) }) : null),
  'email address without @': (rows) => spoil(rows, 0, { 'Contact email': emailOf(rows).replace('@', 'at') }),
  'payment terms in words': (rows) => (rows[0]?.['Payment method'] === 'BACS' && isAlone(rows, 0) ? spoil(rows, 0, { 'Payment terms (days)': 'a month' }) : null),
} as const satisfies Readonly<Record<string, Trouble>>

export type TroubleName = keyof typeof troubles

/** The eight kinds of the file that is made clean; the two others come with its sibling. */
export const usualTroubles: readonly TroubleName[] = Object.keys(troubles).slice(0, 8) as TroubleName[]

export interface TroubledFile {
  readonly seed: number
  readonly rows: number
  readonly kinds: readonly TroubleName[]
  /** Errors of each kind. */
  readonly each: number
}

/** As CSV. Throws when there are too few customers for that many errors. */
export function renderTroubled({ seed, rows: count, kinds, each }: TroubledFile): string {
  const random = seedRandom(seed)
  const left = new Map(kinds.map((kind) => [kind, each]))
  const customers = groupRows(makeRows(random, count))
  const rows = customers.flatMap((own) => {
    // The rarest first: a customer that suits few kinds is not spent on one that suits all.
    for (const kind of [...left.keys()].toReversed().toSorted((one, other) => suits(one) - suits(other))) {
      const spoilt = (left.get(kind) ?? 0) > 0 ? troubles[kind](own) : null
      if (spoilt === null) continue
      left.set(kind, (left.get(kind) ?? 0) - 1)
      return spoilt
    }
    return own
  })
  const missing = [...left].filter(([, number]) => number > 0)
  if (missing.length > 0) throw new Error(`Too few customers: ${missing.map(([kind, number]) => `${kind} ${number}`).join(', ')}`)
  return renderCsv(makeTable(columns, rows))
}

const picky: readonly TroubleName[] = ['two invoice contacts', 'no invoice route', 'payment terms in words', 'customer type misspelt', 'day and month swapped', 'site without a name', 'invoice site is the site itself']

function suits(kind: TroubleName): number {
  const place = picky.indexOf(kind)
  return place < 0 ? picky.length : place
}

function groupRows(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups: Row[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.[0]?.['Account number'] === row['Account number']) last?.push(row)
    else groups.push([row])
  }
  return groups
}
