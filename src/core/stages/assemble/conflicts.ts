import { issue } from '#core/model/issue.ts'
import type { Issue, IssueCode } from '#core/model/issue.ts'
import type { MappedCell, MappedRow } from '#core/model/mapped-row.ts'
import type { Difference, EntityBuilder } from './entity-builder.ts'

export interface Owner {
  readonly customer: string | null
  readonly site: string | null
}

/** Repeated cells of one thing that disagree: each names both cells. */
export function addConflicts(issues: Issue[], differing: readonly Difference[], owner: Owner): void {
  for (const { cell, other } of differing) {
    issues.push(issue({
      customer: owner.customer,
      site: owner.site,
      code: 'conflicting-values',
      severity: 'error',
      place: cell.place,
      field: cell.target.field,
      value: cell.raw,
      params: other.place === null ? { other: other.raw } : { other: other.raw, otherRow: other.place.row },
      related: other.place === null ? [] : [other.place],
    }))
  }
}

export interface Duplicate {
  readonly code: Extract<IssueCode, 'duplicate-customer' | 'duplicate-site-reference'>
  readonly field: string
  readonly key: string
  /** Path of the name, so that the sentence can say what the other one is called. */
  readonly name: string
  readonly keyCell: MappedCell | null
  readonly row: MappedRow
  readonly first: EntityBuilder
}

/** One key for two different things: names both key cells. */
export function duplicateIssue(found: Duplicate, owner: Owner): Issue {
  const { code, field, key, keyCell, row, first } = found
  const related = first.keyPlace ?? first.rows[0]
  const other = first.fields.get(found.name)?.raw
  return issue({
    ...owner,
    code,
    severity: 'error',
    place: keyCell?.place ?? row.place,
    field,
    value: keyCell?.raw ?? key,
    params: { ...(other === undefined ? {} : { other }), ...(related === undefined ? {} : { otherRow: related.row }) },
    related: related === undefined ? [] : [related],
  })
}
