// Why a column was matched as it was, in plain words.
import { columnLetters } from '#core/model/place.ts'
import type { Candidate } from './candidate.ts'

interface Column {
  readonly column: number
  readonly header: string
}

const partWords = { first: ' (first name)', last: ' (last name)' } as const

function labelOf({ entry, target }: Candidate): string {
  const label = entry?.label ?? `the custom field ${target.field.split('.').slice(2).join('.')}`
  const part = target.part === undefined ? '' : partWords[target.part]
  const site = target.site === undefined ? '' : ` of site ${target.site}`
  return `${label}${target.index === undefined ? '' : ` (number ${target.index})`}${site}${part}`
}

const valueWords: Readonly<Record<string, string>> = {
  email: 'email addresses', postcode: 'postcodes', 'sort-code': 'sort codes', phone: 'telephone numbers', enum: 'values of this field', 'bank-account-number': 'bank account numbers',
}

export function acceptedReason(candidate: Candidate, accepted: boolean): string {
  const label = labelOf(candidate)
  if (candidate.because !== undefined) return candidate.because
  switch (candidate.kind) {
    case 'path':
      return 'The header is the field\'s own name.'
    case 'name':
      return accepted ? `The header means ${label}.` : `The header means ${label}, but the values do not look like it.`
    case 'composed':
      return accepted ? `The words of the header say ${label}.` : `The words of the header say ${label}, but that is not certain.`
    case 'learned':
      return 'You chose this for a column of this name before.'
    case 'weak':
      return accepted ? `The header may mean ${label}, and no other column fits better.` : `The header may mean ${label}.`
    case 'near':
      return `The header looks like "${candidate.name ?? label}".`
    case 'inside':
      return `The header contains "${candidate.name ?? label}", and says more.`
    case 'values':
      return `The values look like ${valueWords[candidate.entry?.type.kind ?? ''] ?? 'this field'}.`
  }
}

export function loserReason(candidate: Candidate, winner: Column): string {
  const name = winner.header.trim() === '' ? columnLetters(winner.column) : `"${winner.header.trim()}" (${columnLetters(winner.column)})`
  return `This could be ${labelOf(candidate)} too, but the column ${name} has that field. Choose one.`
}

export function nothingReason(header: string, sample: readonly string[]): string {
  if (header.trim() !== '') return 'No field has a name like this.'
  return sample.length === 0 ? 'The column is empty.' : 'The column has no header.'
}
