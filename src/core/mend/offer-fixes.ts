import { findField } from '../catalogue/index.ts'
import type { Fix } from '../model/fix.ts'
import type { Issue, IssueCode } from '../model/issue.ts'

const always: readonly Fix[] = [{ kind: 'leave-out', what: 'rows' }, { kind: 'leave-out', what: 'customers' }]
const texts: readonly Fix[] = [{ kind: 'tidy' }, { kind: 'change-case', to: 'upper' }, { kind: 'change-case', to: 'lower' }, { kind: 'change-case', to: 'title' }]

const route: readonly Fix[] = [{ kind: 'receive-here' }, { kind: 'receive-there' }]

/** What may help besides what the text itself suggests. */
const byCode: Partial<Readonly<Record<IssueCode, readonly Fix[]>>> = {
  'row-unchecked': [{ kind: 'clear' }],
  'required-missing': [{ kind: 'take-parent' }],
  'conflicting-values': [{ kind: 'take-other' }],
  'similar-key': [{ kind: 'take-other' }],
  'not-a-date': [{ kind: 'swap-day-month' }],
  'odd-sort-code': [{ kind: 'pad-zeros', length: 6 }],
  'odd-account-number': [{ kind: 'pad-zeros', length: 8 }],
  'two-invoice-contacts': [{ kind: 'mark-first-contact' }],
  'invoice-contact-defaulted': [{ kind: 'mark-first-contact' }],
  'receive-invoice-by-missing': [{ kind: 'invoice-by-email' }],
  'email-delivery-suspended': [{ kind: 'set', text: 'No' }],
  'contract-term-without-start': [{ kind: 'clear' }],
  'contract-start-without-term': [{ kind: 'clear' }],
  'end-before-start': [{ kind: 'clear' }],
  'welcome-email-scheduled': [{ kind: 'clear' }],
  'payment-timing-both': [{ kind: 'clear' }],
  'invoice-route-missing': route, 'invoice-route-both': route, 'invoice-site-unknown': route, 'invoice-site-self': route, 'invoice-site-not-receiving': route,
  'invoice-site-cycle': route,
}

/** Where one text for all is a sensible thing to ask for. */
const withoutText: ReadonlySet<IssueCode> = new Set<IssueCode>(['row-unchecked', 'similar-key', 'duplicate-customer', 'duplicate-site-reference', 'identical-rows-merged', 'no-site', 'no-contact'])

/**
 * Fixes worth trying for issues like this one, the likeliest first. Whether one helps is found out by checking a customer again, so
 * that nothing is offered that does not.
 */
export function offerFixes({ code, field, value, params, place }: Issue): readonly Fix[] {
  if (place === null) return []
  const proposed = params['proposed']
  const limit = code === 'too-long' ? Number(params['limit']) : Number.NaN
  const hasCell = place.column !== undefined && value !== null && value.trim() !== ''
  return [
    ...(proposed === undefined ? [] : [{ kind: 'set' as const, text: String(proposed) }]),
    ...(byCode[code] ?? []),
    ...(limit > 0 ? [{ kind: 'shorten' as const, length: limit }] : []),
    ...(hasCell ? texts : []),
    ...(hasCell && field !== null && findField(field)?.required === 'no' && byCode[code]?.some(({ kind }) => kind === 'clear') !== true ? [{ kind: 'clear' as const }] : []),
    ...always,
  ]
}

/** Whether a text that the operator types may be the answer, for all at once. */
export function takesText({ code, place }: Pick<Issue, 'code' | 'place'>): boolean {
  return place?.column !== undefined && !withoutText.has(code)
}

/** What a field with a list of values takes, for a choice instead of a text box; empty for others. */
export function choicesOf(field: string | null): readonly string[] {
  const type = field === null ? undefined : findField(field)?.type
  if (type?.kind === 'enum') return type.values.map(({ value }) => value)
  return type?.kind === 'boolean' ? ['Yes', 'No'] : []
}
