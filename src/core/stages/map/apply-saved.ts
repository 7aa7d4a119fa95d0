// A saved mapping on a file that is open now: what is as it was is used; what is not is a question, and is named.
import { addedColumns } from '#core/model/added-columns.ts'
import type { ColumnProfile } from '#core/model/column-profile.ts'
import type { ColumnMatch, Mapping, TableMapping } from '#core/model/mapping.ts'
import { formatTarget } from '#core/model/mapping.ts'
import type { Reference } from '#core/model/reference.ts'
import type { MappingDrift, SavedColumn, SavedMapping, SavedTable } from '#core/model/saved-mapping.ts'
import type { SourceTable } from '#core/model/source.ts'
import { profileOf, profileTable } from '#core/values/profile-table.ts'
import { findRenamed } from './find-renamed.ts'
import { tableKey } from './header-key.ts'
import { placeColumns, placeTables, type PlacedColumns } from './place-saved.ts'
import { readAgain } from './read-again.ts'

export interface AppliedMapping {
  readonly mapping: Mapping
  readonly drift: readonly MappingDrift[]
}

export interface ApplyContext {
  readonly tables: readonly SourceTable[]
  /** What matching proposes for the same tables. It fills no field by itself here: it makes the questions. */
  readonly proposal: Mapping
  readonly reference: Reference
}

/** Never bends a mapping: a column it does not know takes no field until the operator says so. */
export function applySaved(saved: SavedMapping, { tables, proposal, reference }: ApplyContext): AppliedMapping {
  const drift: MappingDrift[] = []
  const placed = placeTables(saved.tables, tables)
  const mapped = tables.map((table, index): TableMapping => {
    const from = placed[index] ?? null
    const proposed = proposal.tables[index] ?? { sheet: table.sheet, columns: [] }
    if (from === null) {
      drift.push({ kind: 'new-table', table: index, sheet: table.sheet })
      return { ...proposed, columns: proposed.columns.map((match) => asQuestion(match, 'The saved mapping does not know this table.')) }
    }
    const applied = applyTable({ saved: from, table, index, proposed, profiles: profileTable(table), reference })
    drift.push(...applied.drift)
    return { sheet: table.sheet, ...(from.fillDown === undefined ? {} : { fillDown: from.fillDown }), columns: applied.columns }
  })
  const kinds = new Set(placed.flatMap((table) => (table === null ? [] : [keyOf(table)])))
  const missing = saved.tables.filter((table) => !kinds.has(keyOf(table))).map(({ sheet }): MappingDrift => ({ kind: 'missing-table', sheet }))
  return { mapping: { version: 1, tables: mapped, fixed: saved.fixed }, drift: [...missing, ...drift] }
}

const keyOf = ({ columns }: SavedTable): string => tableKey({ headers: columns.map(({ header }) => header) })

interface TableToApply {
  readonly saved: SavedTable
  readonly table: SourceTable
  readonly index: number
  readonly proposed: TableMapping
  readonly profiles: readonly ColumnProfile[]
  readonly reference: Reference
}

function applyTable(input: TableToApply): { readonly columns: readonly ColumnMatch[]; readonly drift: readonly MappingDrift[] } {
  const { saved, table, index } = input
  const placed = placeColumns(saved, table.headers)
  const renamed = findRenamed({ saved, placed, headers: table.headers, proposed: input.proposed.columns })
  const wasBefore = new Set([...renamed.values()].map(({ header }) => header))
  const drift: MappingDrift[] = placed.missing
    .filter(({ saved: { header, isOpen } }) => !wasBefore.has(header) && !(isOpen && header.trim() === ''))
    .map(({ saved: { header, target } }) => ({ kind: 'missing-column', table: index, header, target }))
  const taken = takenFields(placed)
  const added = addedColumns(table.headers)
  const columns = table.headers.map((header, column) => {
    const own = input.proposed.columns[column]
    if (added[column] === true && own !== undefined) return own
    const applied = applyColumn({ ...input, placed, renamed: renamed.get(column) ?? null, taken }, { header, column })
    drift.push(...applied.drift)
    return applied.match
  })
  return { columns, drift }
}

function takenFields({ columns }: PlacedColumns): ReadonlyMap<string, string> {
  return new Map(columns.flatMap((placed) => (placed.kind === 'found' && placed.saved.target !== null ? [[formatTarget(placed.saved.target), placed.saved.header] as const] : [])))
}

interface ColumnToApply extends TableToApply {
  readonly placed: PlacedColumns
  readonly renamed: SavedColumn | null
  /** Fields that found columns have, with the header of each. */
  readonly taken: ReadonlyMap<string, string>
}

interface AppliedColumn {
  readonly match: ColumnMatch
  readonly drift: readonly MappingDrift[]
}

function applyColumn(input: ColumnToApply, { header, column }: { readonly header: string; readonly column: number }): AppliedColumn {
  const { index: table, placed, renamed, proposed, profiles } = input
  const found = placed.columns[column] ?? { kind: 'new' }
  const own: ColumnMatch = proposed.columns.find((match) => match.column === column) ?? { column, header, target: null, confidence: 0, accepted: false, reason: 'No field was found for it.' }
  switch (found.kind) {
    case 'found': {
      const { saved } = found
      if (saved.isOpen) return { match: free(asQuestion(own, null), input.taken), drift: [] }
      if (saved.target === null) return { match: { column, header, target: null, confidence: 1, accepted: false, reason: 'Left out in the saved mapping.' }, drift: [] }
      return readAgain({ saved, place: { table, column, header }, profile: profileOf(profiles, column), reference: input.reference })
    }
    case 'unclear': {
      const { saved, count } = found
      const reason = `The saved mapping knows ${count === 1 ? 'one column' : `${count} columns`} with this header, and which of the file's it is cannot be told. Say which field this one is.`
      return { match: { column, header, target: saved.target, confidence: 0.5, accepted: false, reason }, drift: [{ kind: 'unclear-column', table, column, header, target: saved.target }] }
    }
    case 'new': {
      if (renamed !== null) {
        const reason = `The saved mapping has this field for "${renamed.header}", which is not in this file. Confirm it if this is the same column.`
        return { match: { column, header, target: renamed.target, confidence: 0.5, accepted: false, reason }, drift: [{ kind: 'renamed-column', table, column, header, was: renamed.header, target: renamed.target }] }
      }
      // An empty column without a header is no news.
      const isNews = header.trim() !== '' || profileOf(profiles, column).filled > 0
      return { match: free(asQuestion(own, 'The saved mapping does not know this column.'), input.taken), drift: isNews ? [{ kind: 'new-column', table, column, header }] : [] }
    }
  }
}

function asQuestion(match: ColumnMatch, why: string | null): ColumnMatch {
  // Confidence 1 without a field would say that a person left the column out.
  const confidence = match.target === null ? 0 : match.confidence
  return { ...match, confidence, accepted: false, reason: why === null ? match.reason : `${why} ${match.reason}` }
}

/** A field that a saved column has is not asked for by another one. */
function free(match: ColumnMatch, taken: ReadonlyMap<string, string>): ColumnMatch {
  const winner = match.target === null ? undefined : taken.get(formatTarget(match.target))
  return winner === undefined ? match : { ...match, target: null, confidence: 0, reason: `The saved mapping has the column "${winner}" for the field this one would have.` }
}
