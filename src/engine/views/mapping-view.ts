import type { z } from 'zod'
import { fieldEntries, findField } from '#core/catalogue/index.ts'
import type { ColumnProfile } from '#core/model/column-profile.ts'
import type { Learned } from '#core/model/learned.ts'
import { formatTarget, type ColumnMatch, type Mapping } from '#core/model/mapping.ts'
import { columnLetters } from '#core/model/place.ts'
import type { Reference } from '#core/model/reference.ts'
import type { MappingOrigin } from '#core/model/saved-mapping.ts'
import type { SourceTable } from '#core/model/source.ts'
import { idOf, offerLearned } from '#core/stages/map/index.ts'
import { columnQuestion } from '#core/values/column-question.ts'
import { emptyProfile } from '#core/values/profile-column.ts'
import { profileOf, profileTable } from '#core/values/profile-table.ts'
import { proposeValues, valueChoices } from '#core/values/propose-values.ts'
import type { AppliedMapping, ColumnView, MappingView } from '#shared/ipc/mapping-schemas.ts'
import { describeDrift } from '#shared/wording/describe-drift.ts'
import type { Session } from '../session/session.ts'

const sampleCount = 5
/** More than these nobody looks through in a table. */
const lineLimit = 200

export function mappingView(session: Session): z.input<typeof MappingView> {
  const { learned, mapping, mappingFrom, reference, source } = session
  return {
    tables: mapping.tables.map((each, index) => {
      const table = source.tables[index]
      const profiles = table === undefined ? [] : profilesOf(table)
      return {
        file: table?.file ?? '', sheet: each.sheet, fillDown: each.fillDown ?? null,
        columns: each.columns.map((match) => columnView({ match, profile: profileOf(profiles, match.column), reference, learned })),
      }
    }),
    // Saved mappings name entries of the target's lists; the window picks them by id.
    fixed: Object.fromEntries(Object.entries(mapping.fixed).map(([path, text]) => [path, idOf(path, text, reference)])),
    missing: missingFields(mapping),
    applied: mappingFrom === null ? null : appliedView(mappingFrom),
  }
}

function columnView({ match, profile, reference, learned }: Column): z.input<typeof ColumnView> {
  const entry = match.target === null ? null : findField(match.target.field)
  const question = match.target === null ? null : columnQuestion(entry, match, profile)
  return {
    column: match.column, letters: columnLetters(match.column), header: match.header,
    target: match.target === null ? null : formatTarget(match.target),
    confidence: match.confidence, accepted: match.accepted, reason: match.reason,
    dateOrder: match.dateOrder ?? null, decimalSign: match.decimalSign ?? null,
    question: question === null ? null : { about: question.about, text: question.text, choices: question.choices.map((choice) => ({ ...choice })) },
    samples: [...new Set(profile.samples)].slice(0, sampleCount),
    values: entry === null ? null : valuesView({ match, profile, reference, learned }, entry),
  }
}

interface Column { readonly match: ColumnMatch; readonly profile: ColumnProfile; readonly reference: Reference; readonly learned: Learned }

function valuesView({ match, profile, reference, learned }: Column, entry: (typeof fieldEntries)[number]): z.input<typeof ColumnView>['values'] {
  const proposals = profile === emptyProfile ? [] : offerLearned(proposeValues(entry, profile, reference), learned, entry.path)
  if (proposals.length === 0) return null
  return {
    lines: proposals.slice(0, lineLimit).map(({ text, count, taken, proposed, reason }) => ({ text, count, taken, proposed, reason, confirmed: confirmedOf(match, text, (value) => idOf(entry.path, value, reference)) })),
    choices: valueChoices(entry, reference).map(({ value, label }) => ({ value, label })),
  }
}

// A text may be called `constructor`.
function confirmedOf({ values = {} }: ColumnMatch, text: string, listed: (value: string) => string): string | null {
  const value = Object.hasOwn(values, text) ? values[text] : undefined
  return value === undefined ? null : listed(value)
}

function appliedView({ name, fit, drift }: MappingOrigin): z.input<typeof AppliedMapping> {
  return { name, fit, drift: drift.map((each) => ({ kind: each.kind, text: describeDrift(each) })) }
}

const known = new WeakMap<SourceTable, readonly ColumnProfile[]>()

// A table that was read by the engine brings its profiles; one made otherwise is read once for them.
function profilesOf(table: SourceTable): readonly ColumnProfile[] {
  const profiles = known.get(table) ?? profileTable(table)
  known.set(table, profiles)
  return profiles
}

/**
 * Required fields that neither a column nor a fixed value fills. The invoice template belongs to them unless every site points
 * to another one, which only the rows can tell: so it is listed when the file has no column for the receiving site.
 */
function missingFields(mapping: Mapping): z.input<typeof MappingView>['missing'] {
  const filled = new Set(mapping.tables.flatMap((table) => table.columns.filter((match) => match.accepted && match.target !== null).map((match) => match.target?.field)))
  const has = (path: string): boolean => filled.has(path) || mapping.fixed[path] !== undefined
  return fieldEntries
    .filter((entry) => isNeeded(entry.path, entry.required) && !has(entry.path))
    .map((entry) => ({ field: entry.path, label: entry.label }))
}

function isNeeded(path: string, required: 'always' | 'with-parent' | 'no'): boolean {
  if (required === 'always') return true
  return required === 'with-parent' && (path.startsWith('site.siteAddress.') || path === 'site.siteInvoiceDetails.invoiceTemplateId')
}
