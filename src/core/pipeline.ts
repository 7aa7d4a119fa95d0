// The table of contents: the only file that knows the order of the pure stages. Nothing here reads, waits or sends, so that
// it can run again on every edit, in any process, in any test.
import type { CustomerDraft, EntityDraft } from '#core/model/draft.ts'
import type { Issue } from '#core/model/issue.ts'
import { ExactNumber } from '#core/model/json.ts'
import type { RowReader } from '#core/model/mapped-row.ts'
import type { Mapping } from '#core/model/mapping.ts'
import type { PlanUnit } from '#core/model/plan.ts'
import type { RowPlace } from '#core/model/place.ts'
import type { CustomerSummary, LedgerRow, Prepared, RowBucket } from '#core/model/prepared.ts'
import type { Reference } from '#core/model/reference.ts'
import type { Source, SourceRow } from '#core/model/source.ts'
import type { NewHash } from '#core/ports.ts'
import { editedRows, indexOfRow, rowKey } from './pipeline/edited-rows.ts'
import { listColumns } from './pipeline/mapped-columns.ts'
import { sortReadingIssues } from './pipeline/reading-issues.ts'
import type { ReadingIssues } from './pipeline/reading-issues.ts'
import { countPrepared, countSeverity, orderIssues } from './pipeline/sum-up.ts'
import { assembleCustomer, describeTables, indexCustomers } from './stages/assemble/index.ts'
import type { AssembleContext, CustomerIndex, CustomerRows, RowRef } from './stages/assemble/index.ts'
import { compileMapping } from './stages/map/index.ts'
import { planCustomer, sealPlan } from './stages/plan/index.ts'
import type { PlannedCustomer } from './stages/plan/index.ts'
import { findSimilarKeys, validateCustomer, validateFixed } from './stages/validate/index.ts'
import type { RuleContext } from './stages/validate/index.ts'

export interface PrepareInput {
  readonly source: Source
  readonly mapping: Mapping
  /** Cell texts the operator changed, by `cellKey`. */
  readonly edits: ReadonlyMap<string, string>
  /** Rows the operator left out, as `table:row`. */
  readonly excluded: ReadonlySet<string>
  readonly reference: Reference
  /** `skipExisting`: customers the server has are left out instead of being an error. */
  readonly options: { readonly skipExisting: boolean }
  readonly newHash: NewHash
}

/**
 * Everything the dry run shows and the import sends. The customer is the unit: its rows are read, assembled, judged and planned
 * together, and only issues, summary and requests are kept. A customer with errors is held and stops no other.
 */
export function prepare(input: PrepareInput): Prepared {
  const bench = setUp(input)
  const index = indexRows(bench)
  const similar = similarKeys(bench, index)
  const ledger = input.source.tables.map((table) => Array.from(table.rows, (): LedgerRow | null => null))
  const customers: CustomerSummary[] = []
  const planned: PlannedCustomer[] = []
  const issues: Issue[] = [...bench.fileIssues]
  const enter = (rows: readonly RowRef[], bucket: RowBucket, customer: string | null): void => {
    for (const { table, row, index } of rows) (ledger[table] ?? [])[index] = { table, row, bucket, customer }
  }
  enter(index.blank, 'blank', null)
  for (const group of index.customers) {
    const checked = checkCustomer(bench, group, similar.get(group.key))
    const key = group.key === '' ? null : group.key
    enter(group.rows.filter((row) => isExcluded(input, row)), 'excluded', key)
    enter(checked.rows, checked.summary.bucket, key)
    customers.push(checked.summary)
    issues.push(...checked.issues)
    if (checked.unit !== null) planned.push({ unit: checked.unit, contacts: checked.summary.contacts })
  }
  const allRows = ledger.flat().map((row) => {
    if (row === null) throw new Error('A row is in no bucket')
    return row
  })
  const allIssues = orderIssues(issues)
  return { customers, issues: allIssues, ledger: allRows, plan: sealPlan(planned, input.newHash), counts: countPrepared(customers, allRows, allIssues) }
}

export interface CheckedDraft {
  readonly draft: CustomerDraft
  readonly issues: readonly Issue[]
  /** Null when the customer is not ready to be sent. */
  readonly unit: PlanUnit | null
}

/**
 * One customer on demand, with the answer `prepare` had for it. `prepared` is what it made of the same input: whether another
 * account number looks the same is taken from there, so that no other row is read. Null when none of its rows is there.
 */
export function draftOf(input: PrepareInput, customer: Pick<CustomerSummary, 'key' | 'rows'>, prepared: Pick<Prepared, 'issues'>): CheckedDraft | null {
  const bench = setUp(input)
  const rows = customer.rows.flatMap(({ table, row }): readonly RowRef[] => {
    const index = indexOfRow(input.source.tables[table]?.rows ?? [], row)
    return index < 0 ? [] : [{ table, row, index }]
  })
  if (rows.length === 0) return null
  const similar = prepared.issues.find((found) => found.code === 'similar-key' && found.site === null && found.customer === customer.key)
  const { draft, issues, unit } = checkCustomer(bench, { key: customer.key, rows }, similar)
  return { draft, issues: orderIssues(issues), unit }
}

/** What all customers of a file share. */
interface Bench {
  readonly input: PrepareInput
  readonly reader: RowReader
  readonly rowAt: (table: number, index: number) => SourceRow
  readonly assembling: AssembleContext
  readonly validating: RuleContext
  readonly reading: ReadingIssues
  /** Of the file, its header, its mapping and its fixed values. */
  readonly fileIssues: readonly Issue[]
}

function setUp(input: PrepareInput): Bench {
  const { source, mapping, edits, reference, options } = input
  const reader = compileMapping(mapping, source, { reference, edits })
  const columns = listColumns(mapping, reference)
  const reading = sortReadingIssues(source, edits, columns)
  const fixedIssues = validateFixed(reader.fixed, reference)
  const unusable = new Set(fixedIssues.filter(({ severity }) => severity === 'error').map(({ field }) => field))
  return {
    input,
    reader,
    rowAt: editedRows(source, edits),
    assembling: {
      shapes: describeTables(source.tables.map((_, table) => columns.targets[table] ?? [])),
      fixed: reader.fixed.map(({ target, raw, value }) => ({ path: target.field, raw, value: unusable.has(target.field) ? undefined : value })),
    },
    validating: { reference, skipExisting: options.skipExisting, columnOf: columns.columnOf },
    reading,
    fileIssues: [...reading.ofFile, ...reader.issues, ...reader.fixed.flatMap(({ issues }) => issues), ...fixedIssues],
  }
}

function indexRows({ input, rowAt, reader }: Bench): CustomerIndex {
  return indexCustomers({ tables: input.source.tables, rowAt, keyOf: reader.keyOf })
}

/** By account number. Rows left out have no part in it: leaving one out is a way to decide. */
function similarKeys({ input, validating }: Bench, index: CustomerIndex): ReadonlyMap<string, Issue> {
  const taken = index.customers.flatMap(({ key, rows }) => {
    const first = rows.find((row) => !isExcluded(input, row))
    return first === undefined ? [] : [{ key, first }]
  })
  return new Map(findSimilarKeys(taken, validating).map((found) => [found.customer ?? '', found]))
}

interface CheckedCustomer extends CheckedDraft {
  readonly summary: CustomerSummary
  /** Those that were not left out. */
  readonly rows: readonly RowRef[]
}

function checkCustomer(bench: Bench, group: CustomerRows, similar: Issue | undefined): CheckedCustomer {
  const { input, reader, rowAt, assembling, validating } = bench
  const rows = group.rows.filter((row) => !isExcluded(input, row))
  const shown = rows.length === 0 ? group.rows : rows
  const mapped = shown.map(({ table, index }) => reader.read(rowAt(table, index), table))
  const { draft, issues, defined } = assembleCustomer(group.key, mapped, assembling)
  if (rows.length === 0) return { draft, issues: [], unit: null, rows, summary: summarise(draft, 'excluded', []) }
  const judged = defined ? validateCustomer(draft, validating) : []
  const exists = input.options.skipExisting ? judged.filter(({ code }) => code === 'customer-exists') : []
  if (exists.length > 0) return { draft, issues: exists, unit: null, rows, summary: summarise(draft, 'existing', exists) }
  const all = [...readingIssues(bench, rows, group.key), ...(similar === undefined ? [] : [similar]), ...issues, ...judged]
  const isReady = defined && !bench.reading.holdsAll && !hasBroken(draft) && countSeverity(all, 'error') === 0
  const unit = isReady ? planCustomer(draft, { reference: input.reference }) : null
  return { draft, issues: all, unit, rows, summary: summarise(draft, isReady ? 'ready' : 'held', all) }
}

/** Most often nothing is left out: then no key is made for each row. */
function isExcluded({ excluded }: PrepareInput, row: RowPlace): boolean {
  return excluded.size > 0 && excluded.has(rowKey(row))
}

function readingIssues({ reading }: Bench, rows: readonly RowPlace[], key: string): readonly Issue[] {
  if (reading.byRow.size === 0) return []
  const customer = key === '' ? null : key
  return rows.flatMap((row) => reading.byRow.get(rowKey(row)) ?? []).map((found) => ({ ...found, customer }))
}

/** A value that could not be read, from a cell or a fixed value, is never sent without. */
function hasBroken(draft: CustomerDraft): boolean {
  const isBroken = ({ broken }: EntityDraft): boolean => broken.size > 0
  return isBroken(draft) || draft.contacts.some(isBroken) || draft.sites.some((site) => isBroken(site) || site.contacts.some(isBroken))
}

function summarise(draft: CustomerDraft, bucket: CustomerSummary['bucket'], issues: readonly Issue[]): CustomerSummary {
  const owner = draft.fields.get('customer.contractOwnerId')?.value
  return {
    key: draft.key,
    name: draft.fields.get('customer.customerName')?.raw.trim() ?? '',
    ...(owner instanceof ExactNumber ? { contractOwnerId: owner.text } : {}),
    bucket,
    rows: draft.rows,
    sites: draft.sites.length,
    contacts: draft.sites.reduce((sum, site) => sum + site.contacts.length, draft.contacts.length),
    errors: countSeverity(issues, 'error'),
    warnings: countSeverity(issues, 'warning'),
  }
}
