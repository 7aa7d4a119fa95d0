import { findField } from '../catalogue/index.ts'
import type { Fix } from '../model/fix.ts'
import type { Issue } from '../model/issue.ts'
import { swapDayMonth } from './day-month.ts'

/** Fixes that make a new text of a cell's text, whatever stands around it. */
export type TextFix = Extract<Fix, { readonly kind: 'tidy' | 'change-case' | 'pad-zeros' | 'shorten' | 'swap-day-month' | 'set' | 'clear' }>

/** Null when the text has another look than the fix is for. */
export function fixText(fix: TextFix, text: string, { field, params }: Pick<Issue, 'field' | 'params'>): string | null {
  switch (fix.kind) {
    case 'tidy': return tidy(text, field)
    case 'change-case': return changeCase(text, fix.to)
    case 'pad-zeros': return padZeros(text, fix.length)
    case 'shorten': return shorten(text, fix.length)
    case 'swap-day-month': return swapDayMonth(text, String(params['order'] ?? 'dmy'))
    case 'set': return fix.text
    case 'clear': return ''
  }
}

const invisible = /[\p{Cf}\p{Cc}]/gu

function tidy(text: string, field: string | null): string {
  const plain = text.normalize('NFC').replace(/[\t\r\n]/g, ' ').replace(invisible, '').replace(/\s+/gu, ' ').trim()
  switch (field === null ? undefined : findField(field)?.type.kind) {
    case 'email': return tidyEmail(plain)
    case 'sort-code': case 'bank-account-number': case 'integer': case 'decimal': case 'reference': return plain.replace(/ /g, '')
    case undefined: case 'text': case 'date': case 'boolean': case 'country': case 'postcode': case 'phone': case 'enum': case 'reference-list': case 'site-reference': return plain
  }
}

/** White space, a comma for a dot, brackets and what mail programs put before an address. */
function tidyEmail(text: string): string {
  const address = /<([^<>]+@[^<>]+)>/.exec(text)?.[1] ?? text
  return address.replace(/^mailto:/i, '').replace(/ /g, '').replace(/,/g, '.').replace(/[.;]+$/, '').replace(/\.{2,}/g, '.')
}

function changeCase(text: string, to: 'upper' | 'lower' | 'title'): string {
  if (to === 'upper') return text.toUpperCase()
  if (to === 'lower') return text.toLowerCase()
  return text.toLowerCase().replace(/(^|[\s\-'(/])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

/** Digits only: hyphens of a sort code and spaces between groups fall away. */
function padZeros(text: string, length: number): string | null {
  const digits = text.replace(/[\s-]/gu, '')
  return /^\d+$/.test(digits) && digits.length < length ? digits.padStart(length, '0') : null
}

/** At the last gap between words that leaves most of it, else in the middle of one; never half a character. */
function shorten(text: string, length: number): string | null {
  const trimmed = text.trim()
  if (trimmed.length <= length) return null
  const cut = trimmed.slice(0, length + 1)
  const gap = cut.lastIndexOf(' ')
  const kept = gap > length * 0.6 ? cut.slice(0, gap) : trimmed.slice(0, length)
  return (kept.isWellFormed() ? kept : kept.slice(0, -1)).trimEnd()
}
