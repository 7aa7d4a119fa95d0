import { addedColumns } from '#core/model/added-columns.ts'
import type { Learned } from '#core/model/learned.ts'
import { nothingLearned } from '#core/model/learned.ts'
import type { ColumnMatch, DateOrder, Mapping, TableMapping } from '#core/model/mapping.ts'
import { formatTarget } from '#core/model/mapping.ts'
import { noReference } from '#core/model/reference.ts'
import type { Reference } from '#core/model/reference.ts'
import type { SourceTable } from '#core/model/source.ts'
import { profileOf, profileTable } from '#core/values/profile-table.ts'
import { assign } from './assign.ts'
import type { Candidate, ColumnChoices } from './candidate.ts'
import { withColumnReading } from './date-order.ts'
import type { LevelHint } from './header-candidates.ts'
import { headerWords } from './header-words.ts'
import { acceptedReason, loserReason, nothingReason } from './match-reasons.ts'
import { scoreCandidates } from './score-candidates.ts'
import { settleWholeNames } from './whole-names.ts'
import { numberWideColumns } from './wide-columns.ts'

export interface MatchOptions {
  /** From which confidence a match is used without being asked for; 0.7. */
  readonly threshold?: number
  /** How numeric dates are read where the column proves nothing; day first, as in the United Kingdom. */
  readonly dateOrder?: DateOrder
  /** With it, a header that is the label of a custom field of the target is that custom field. */
  readonly reference?: Reference
  /** What this operator chose before, by header: it goes before what the header says. */
  readonly learned?: Learned
}

/**
 * Proposes a field for every column of every table: by its header, then by what the values look like. Every column gets an
 * entry; those that are not accepted are questions, and say why.
 */
export function matchColumns(tables: readonly SourceTable[], options: MatchOptions = {}): Mapping {
  return { version: 1, tables: tables.map((table) => matchTable(table, options)), fixed: {} }
}

function matchTable(table: SourceTable, { threshold = 0.7, dateOrder = 'dmy', reference = noReference, learned = nothingLearned }: MatchOptions): TableMapping {
  const hint = levelHint(table)
  const profiles = profileTable(table)
  const added = addedColumns(table.headers)
  const columns = scoreCandidates({ headers: table.headers, profiles }, { hint, reference, learned }).map((column) => (added[column.column] === true ? { ...column, candidates: [] } : column))
  const chosen = chooseBest(columns, threshold)
  const matches = columns.map((column, at) => {
    if (added[column.column] === true) return leftOutAsAdded(column)
    const candidate = chosen[at] ?? null
    const match = candidate === null || isConsolation(column, candidate, threshold) ? unassigned(column, columns, chosen) : assigned(column, candidate, threshold)
    return withColumnReading(match, candidate?.entry ?? null, { profile: profileOf(profiles, match.column), dateOrder })
  })
  return { sheet: table.sheet, columns: numberWideColumns(settleWholeNames(matches, hint)) }
}

/** Confidence 1 without a field: nobody has to be asked. */
function leftOutAsAdded({ column, header }: ColumnChoices): ColumnMatch {
  return { column, header, target: null, confidence: 1, accepted: false, reason: 'Added by an earlier import, to say what became of the row: left out.' }
}

/** The sheet's name says what its rows are, when it says one thing only. */
function levelHint(table: SourceTable): LevelHint {
  const words = new Set(headerWords(table.sheet ?? ''))
  const hints = (['customer', 'site', 'contact'] as const).filter((level) => words.has(level) || (level === 'customer' && words.has('account')) || (level === 'site' && words.has('location')))
  if (hints.includes('contact')) return hints.includes('customer') && hints.length > 1 ? null : 'contact'
  // One table of everything is usually called "Customers": with site columns in it, a contact is a site's.
  if (hints[0] === 'customer' && table.headers.some((header) => headerWords(header).includes('site'))) return null
  return hints.length === 1 ? (hints[0] ?? null) : null
}

/** A question it could keep is no comfort for a column that clearly names a field another column took: it says so instead. */
function isConsolation({ candidates: [best] }: ColumnChoices, candidate: Candidate, threshold: number): boolean {
  return candidate.score < threshold && best !== undefined && best.score >= threshold
}

function chooseBest(columns: readonly ColumnChoices[], threshold: number): readonly (Candidate | null)[] {
  const keys = [...new Set(columns.flatMap(({ candidates }) => candidates.map(({ target }) => formatTarget(target))))]
  const at = new Map(keys.map((key, position) => [key, position]))
  const scores = columns.map(({ candidates }, order) => {
    const row = keys.map(() => 0)
    // Of equal columns the one further left wins, and a customer's field goes before a site's. A mere question weighs next to
    // nothing: it may not push a clear name aside.
    for (const { target, score, entry, kind } of candidates) {
      const left = (columns.length - order) / columns.length
      const weight = score < threshold ? score / 100 : kind === 'learned' ? score + 1 : score
      row[at.get(formatTarget(target)) ?? 0] = weight + left * (entry?.level === 'customer' ? 2e-4 : 1e-4)
    }
    return row
  })
  return assign(scores).map((position, order) => {
    const key = position === null ? undefined : keys[position]
    return columns[order]?.candidates.find(({ target }) => formatTarget(target) === key) ?? null
  })
}

const rounded = (score: number): number => Math.round(score * 100) / 100

function assigned({ column, header }: ColumnChoices, candidate: Candidate, threshold: number): ColumnMatch {
  const confidence = rounded(candidate.score)
  return { column, header, target: candidate.target, confidence, accepted: confidence >= threshold, reason: acceptedReason(candidate, confidence >= threshold) }
}

/** Measured on the labelled headers: of two columns that clearly name one field the second is meant too in about six cases of ten. */
const loserConfidence = 0.6

/** A column that wanted a field which another column took is a question for that field; the reason names the other. */
function unassigned(choices: ColumnChoices, columns: readonly ColumnChoices[], chosen: readonly (Candidate | null)[]): ColumnMatch {
  const { column, header, sample, candidates } = choices
  if (choices.leftOut === true) return { column, header, target: null, confidence: 0, accepted: false, reason: 'You left a column of this name out before.' }
  const [best] = candidates
  const winner = best === undefined ? undefined : columns.find((_, at) => {
    const taken = chosen[at]
    return taken !== null && taken !== undefined && formatTarget(taken.target) === formatTarget(best.target)
  })
  if (best === undefined || winner === undefined) return { column, header, target: null, confidence: 0, accepted: false, reason: nothingReason(header, sample) }
  return { column, header, target: best.target, confidence: rounded(Math.min(best.score, loserConfidence)), accepted: false, reason: loserReason(best, winner) }
}
