import { customFieldOf, findField } from '#core/catalogue/index.ts'
import type { Issue } from '#core/model/issue.ts'
import { columnLetters } from '#core/model/place.ts'
import type { CellPlace, RowPlace } from '#core/model/place.ts'

/** What a sentence may use. Every fact has a wording for when it is not known, so that no sentence has a hole. */
export interface Facts {
  readonly issue: Issue
  /** The raw text in quotes. */
  readonly value: string
  /** The field as people call it. */
  readonly field: string
  /** The second field, from `params.field2`. */
  readonly field2: string
  /** The first other place: "cell C9", "row 9", "cell C9 of other.csv", or "another row". */
  readonly elsewhere: string
  /** A parameter as text; '' when absent. */
  readonly param: (name: string) => string
}

/** One kind of issue in words. */
export interface IssueText {
  /** The name of the kind, for lists: "Not a date". */
  readonly title: string
  /** What is wrong and what to do. */
  readonly message: (facts: Facts) => string
}

const longest = 80

/** In quotes, on one line. Long texts are shortened in the sentence only; the issue keeps them whole. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = Array.from(line)
  return `"${characters.length > longest ? `${characters.slice(0, longest).join('')}…` : line}"`
}

/** The label of a path, or the name of a custom field. */
export function fieldLabel(path: string): string {
  const custom = customFieldOf(path)
  return findField(path)?.label ?? (custom === null ? path : `custom field ${custom.definition}`)
}

/** "cell C9" or "row 9". */
export function placeText(place: RowPlace | CellPlace): string {
  return 'column' in place ? `cell ${columnLetters(place.column)}${place.row}` : `row ${place.row}`
}

export function factsOf(issue: Issue): Facts {
  const param = (name: string): string => String(issue.params[name] ?? '')
  const [other] = issue.related
  const otherRow = param('otherRow')
  const row = otherRow === '' || otherRow === '0' ? 'another row' : `row ${otherRow}`
  return {
    issue,
    value: issue.value === null || issue.value.trim() === '' ? 'An empty value' : quote(issue.value),
    field: issue.field === null ? 'the field' : fieldLabel(issue.field),
    field2: param('field2') === '' ? 'the other field' : fieldLabel(param('field2')),
    elsewhere: `${other === undefined ? row : placeText(other)}${param('otherIn') === '' ? '' : ` of ${param('otherIn')}`}`,
    param,
  }
}

/** "Row 7" at the start of a sentence. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** " for the customer ACME1, site S2", or nothing. */
export function owner({ customer, site }: Issue): string {
  if (customer === null || customer === '') return site === null || site === '' ? '' : ` of site ${quote(site)}`
  return site === null || site === '' ? ` of customer ${quote(customer)}` : ` of site ${quote(site)} of customer ${quote(customer)}`
}
