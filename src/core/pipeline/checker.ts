// One customer through map, assemble, validate and plan. Made once for a file and its decisions, then used for each customer, in
// any order and in any thread.
import type { CustomerDraft, EntityDraft } from '#core/model/draft.ts'
import type { Edits } from '#core/model/edits.ts'
import type { Issue } from '#core/model/issue.ts'
import { ExactNumber } from '#core/model/json.ts'
import type { MappedRow, RowReader } from '#core/model/mapped-row.ts'
import type { Mapping } from '#core/model/mapping.ts'
import type { PlanUnit } from '#core/model/plan.ts'
import type { RowPlace } from '#core/model/place.ts'
import type { CustomerSummary } from '#core/model/prepared.ts'
import { noReference } from '#core/model/reference.ts'
import type { Reference } from '#core/model/reference.ts'
import type { Source, SourceRow } from '#core/model/source.ts'
import type { NewHash } from '#core/ports.ts'
import { assembleCustomer, describeFills, describeTables } from '../stages/assemble/index.ts'
import type { AssembleContext, FillDoubt } from '../stages/assemble/index.ts'
import { compileMapping } from '../stages/map/index.ts'
import { planCustomer } from '../stages/plan/index.ts'
import { validateCustomer, validateFixed } from '../stages/validate/index.ts'
import type { RuleContext } from '../stages/validate/index.ts'
import { editedRows, rowKey } from './edited-rows.ts'
import { listColumns } from './mapped-columns.ts'
import { nameTables, sayOtherTable } from './name-tables.ts'
import { sortReadingIssues } from './reading-issues.ts'
import type { ReadingIssues } from './reading-issues.ts'
import { countSeverity } from './sum-up.ts'

export interface PrepareInput {
  readonly source: Source
  readonly mapping: Mapping
  readonly edits: Edits
  /** Rows the operator left out, as `table:row`. */
  readonly excluded: ReadonlySet<string>
  readonly reference: Reference
  /** `skipExisting`: customers the server has are left out instead of being an error. */
  readonly options: { readonly skipExisting: boolean }
  readonly newHash: NewHash
}

/** The rows of one account number, by their position in their tables. */
export interface Group {
  /** Trimmed account number; '' for a row without one. */
  readonly key: string
  readonly rows: readonly { readonly table: number; readonly index: number }[]
  /** By table, what indexing doubts of rows without an account number. Absent: nothing. */
  readonly doubts?: readonly (FillDoubt | null)[]
}

export interface CheckedCustomer {
  readonly draft: CustomerDraft
  readonly issues: readonly Issue[]
  /** Null when the customer is not ready to be sent. */
  readonly unit: PlanUnit | null
  readonly summary: CustomerSummary
}

export interface Checker {
  /** Of the file, its header, its mapping and its fixed values. */
  readonly fileIssues: readonly Issue[]
  readonly reader: RowReader
  readonly validating: RuleContext
  /** The row as it stands after the operator's edits. */
  readonly rowAt: (table: number, index: number) => SourceRow
  readonly isExcluded: (row: RowPlace) => boolean
  readonly hasExcluded: boolean
  readonly reading: ReadingIssues
  /**
   * What its answers depend on besides the rows and what reading said of them, as text: two checkers with the same one say the same.
   * Null when the operator or a target has had a say.
   */
  readonly basis: () => string | null
  /** `similar`: another account number looks like this one. */
  readonly check: (group: Group, similar: Issue | undefined) => CheckedCustomer
}

export function newChecker(input: PrepareInput): Checker {
  const { source, mapping, edits, excluded, reference, options } = input
  const reader = compileMapping(mapping, source, { reference, edits })
  const columns = listColumns(mapping, reference)
  const reading = sortReadingIssues(source, edits, columns)
  const fixedIssues = validateFixed(reader.fixed, reference)
  const unusable = new Set(fixedIssues.filter(({ severity }) => severity === 'error').map(({ field }) => field))
  const rowAt = editedRows(source, edits)
  const bench: Bench = {
    tableNames: nameTables(source), reader, reading, rowAt, skipExisting: options.skipExisting, reference,
    // Most often nothing is left out: then no key is made for each row.
    isExcluded: (row) => excluded.size > 0 && excluded.has(rowKey(row)),
    assembling: {
      shapes: describeTables(source.tables.map((_, table) => columns.targets[table] ?? [])),
      fills: describeFills(mapping),
      ...(excluded.size > 0 ? { isLeftOut: (row) => excluded.has(rowKey(row)) } : {}),
      fixed: reader.fixed.map(({ target, raw, value }) => ({ path: target.field, raw, value: unusable.has(target.field) ? undefined : value })),
    },
    validating: { reference, skipExisting: options.skipExisting, columnOf: columns.columnOf },
  }
  return {
    fileIssues: [...reading.ofFile, ...reader.issues, ...reader.fixed.flatMap(({ issues }) => issues), ...fixedIssues],
    reader, reading, validating: bench.validating, rowAt, isExcluded: bench.isExcluded, hasExcluded: excluded.size > 0,
    basis: () => (edits.size > 0 || excluded.size > 0 || reference !== noReference ? null
      : JSON.stringify([reader.basis(), bench.assembling.fills, mapping.fixed, options, source.tables.length])),
    check: (group, similar) => checkCustomer(bench, group, similar),
  }
}

/** What all customers of a file share. */
interface Bench {
  readonly reader: RowReader
  readonly reading: ReadingIssues
  readonly rowAt: Checker['rowAt']
  readonly isExcluded: Checker['isExcluded']
  readonly skipExisting: boolean
  readonly reference: Reference
  readonly assembling: AssembleContext
  readonly validating: RuleContext
  readonly tableNames: readonly string[]
}

function checkCustomer(bench: Bench, group: Group, similar: Issue | undefined): CheckedCustomer {
  const { reader, rowAt, assembling, validating, skipExisting, reference } = bench
  const mapped: MappedRow[] = []
  for (const { table, index } of group.rows) mapped.push(reader.read(rowAt(table, index), table))
  const kept = assembling.isLeftOut === undefined ? mapped : mapped.filter(({ place }) => !bench.isExcluded(place))
  // Rows left out are given too: what stands above a row stays above it.
  const { draft, issues, defined } = assembleCustomer(group, mapped, assembling)
  if (kept.length === 0) return { draft, issues: [], unit: null, summary: summarise(draft, 'excluded', []) }
  const judged = defined ? validateCustomer(draft, validating) : nothing
  const exists = skipExisting ? judged.filter(({ code }) => code === 'customer-exists') : nothing
  if (exists.length > 0) return { draft, issues: exists, unit: null, summary: summarise(draft, 'existing', exists) }
  const all = bench.reading.byRow.size === 0 ? [] : readingIssues(bench.reading, kept, group.key)
  if (similar !== undefined) all.push(similar)
  for (const found of issues) all.push(found)
  for (const found of judged) all.push(found)
  const found = sayOtherTables(bench, all)
  const isReady = defined && !bench.reading.holdsAll && !hasBroken(draft) && countSeverity(found, 'error') === 0
  const unit = isReady ? planCustomer(draft, { reference }) : null
  return { draft, issues: found, unit, summary: summarise(draft, isReady ? 'ready' : 'held', found) }
}

/** With one table there is no other. */
function sayOtherTables({ tableNames }: Bench, issues: readonly Issue[]): readonly Issue[] {
  return tableNames.length < 2 || issues.length === 0 ? issues : issues.map((found) => sayOtherTable(found, tableNames))
}

const nothing: readonly Issue[] = []

function readingIssues(reading: ReadingIssues, rows: readonly { readonly place: RowPlace }[], key: string): Issue[] {
  const customer = key === '' ? null : key
  return rows.flatMap(({ place }) => reading.byRow.get(rowKey(place)) ?? []).map((found) => ({ ...found, customer }))
}

/** A value that could not be read, from a cell or a fixed value, is never sent without. */
function hasBroken(draft: CustomerDraft): boolean {
  if (draft.broken.size > 0 || isAnyBroken(draft.contacts) || isAnyBroken(draft.sites)) return true
  for (const site of draft.sites) if (isAnyBroken(site.contacts)) return true
  return false
}

function isAnyBroken(entities: readonly EntityDraft[]): boolean {
  for (const { broken } of entities) if (broken.size > 0) return true
  return false
}

function summarise(draft: CustomerDraft, bucket: CustomerSummary['bucket'], issues: readonly Issue[]): CustomerSummary {
  const owner = draft.fields.get('customer.contractOwnerId')?.value
  let contacts = draft.contacts.length
  for (const site of draft.sites) contacts += site.contacts.length
  return {
    key: draft.key,
    name: draft.fields.get('customer.customerName')?.raw.trim() ?? '',
    ...(owner instanceof ExactNumber ? { contractOwnerId: owner.text } : {}),
    bucket,
    rows: draft.rows,
    sites: draft.sites.length,
    contacts,
    errors: countSeverity(issues, 'error'),
    warnings: countSeverity(issues, 'warning'),
  }
}
