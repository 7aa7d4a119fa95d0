import type { FieldEntry } from '#core/model/field.ts'
import { ExactNumber } from '#core/model/json.ts'
import type { Json } from '#core/model/json.ts'
import type { Reference } from '#core/model/reference.ts'
import { inOrder } from './date-reading.ts'
import { converterOf } from './index.ts'
import { undecidedNumbers } from './number-reading.ts'

/** What a field makes of a text before anybody decided anything for its column. */
export type ReadAlone =
  /** The field's own value to the letter, or a plain number, date, yes or no. */
  | { readonly kind: 'own' }
  /** A date or number that can be read once the column is decided. */
  | { readonly kind: 'waits' }
  /** Another spelling of a value that is known to mean it. */
  | { readonly kind: 'taken'; readonly value: Json }
  | { readonly kind: 'not' }

export function readAlone(entry: FieldEntry, reference: Reference): (text: string) => ReadAlone {
  const { type } = entry
  const day = (order: 'dmy' | 'mdy' | 'ymd') => converterOf(entry, { dates: { ...inOrder(order), serials: 0 }, numbers: undecidedNumbers, reference })
  const readers = type.kind === 'date' ? (['dmy', 'mdy', 'ymd'] as const).map(day) : [day('dmy')]
  const ids = type.kind === 'reference' || type.kind === 'reference-list' ? new Set(reference.lists[type.to]?.map(({ id }) => id)) : null
  const isListed = (value: Json): boolean => ids === null || ids.size === 0 || (value instanceof ExactNumber ? ids.has(value.text) : Array.isArray(value) && value.every(isListed))
  return (text) => {
    for (const read of readers) {
      const result = read(text)
      if (result.kind === 'broken' && result.code === 'decimal-sign-open') return { kind: 'waits' }
      if (result.kind === 'value' && result.remark === undefined && isListed(result.value)) return isOwn(entry, text, result.value) ? { kind: 'own' } : { kind: 'taken', value: result.value }
    }
    return { kind: 'not' }
  }
}

/** Nothing to show: the text is the value. */
function isOwn({ type: { kind } }: FieldEntry, text: string, value: Json): boolean {
  if (kind === 'enum' || kind === 'country') return text === value
  if (kind === 'boolean') return /^(?:yes|no|true|false)$/i.test(text)
  return kind === 'reference' || kind === 'reference-list' ? /^[\d\s,;]+$/.test(text) && sameIds(text, value) : true
}

function sameIds(text: string, value: Json): boolean {
  const ids = text.match(/\d+/g) ?? []
  const own = (Array.isArray(value) ? value : [value]) as readonly Json[]
  return own.every((item, at) => item instanceof ExactNumber && item.text === ids[at])
}
