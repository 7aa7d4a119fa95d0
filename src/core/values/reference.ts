import type { ReferenceKind } from '#core/model/field.ts'
import { ExactNumber } from '#core/model/json.ts'
import type { Reference, ReferenceItem } from '#core/model/reference.ts'
import { broken, converted } from './converted.ts'
import type { Converted } from './converted.ts'

type Finder = (text: string) => Converted

const nameKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

/** Commission agents: only an EXTERNAL one fits the customer's field (elevate-api.md 6.8). */
export const fitsField = (item: ReferenceItem): boolean => item.kind !== 'INTERNAL'

/**
 * The id that a cell names. Digits are the id itself, exact, unless the target lists no such id but an entry of that name;
 * whether it lists the id is for the validation. Anything else is looked up by name.
 */
export function referenceConverter(kind: ReferenceKind, reference: Reference): Finder {
  const list = reference.lists[kind]
  const ids = new Set(list?.map((item) => item.id))
  const byName = new Map<string, ReferenceItem[]>()
  for (const item of list?.filter(fitsField) ?? []) byName.set(nameKey(item.name), [...(byName.get(nameKey(item.name)) ?? []), item])
  return (text) => {
    const whole = /^0*(\d+)(?:\.0+)?$/.exec(text.trim())?.[1]
    const named = byName.get(nameKey(text)) ?? []
    if (whole !== undefined && (ids.has(whole) || named.length !== 1)) return converted(new ExactNumber(whole))
    const [only] = named
    if (only !== undefined && named.length === 1) return converted(new ExactNumber(only.id))
    if (list === undefined) return broken('not-a-whole-number', { reference: kind })
    return broken('unknown-reference', { reference: kind, count: named.length })
  }
}

/**
 * Several ids or names in one cell, parted by comma, semicolon or line break; ids by white space too. The order is kept. One
 * part that cannot be read breaks the whole cell: half a list would be another list.
 */
export function referenceListConverter(kind: ReferenceKind, reference: Reference): Finder {
  const find = referenceConverter(kind, reference)
  return (text) => {
    const onlyIds = /^[\d\s,;]+$/.test(text)
    const parts = text.split(onlyIds ? /[\s,;]+/ : /[,;\r\n]+/).map((part) => part.trim()).filter((part) => part !== '')
    const ids: ExactNumber[] = []
    for (const part of parts) {
      const found = find(part)
      if (found.kind === 'broken') return { ...found, params: { ...found.params, other: part } }
      if (found.value instanceof ExactNumber) ids.push(found.value)
    }
    return ids.length === 0 ? broken('not-a-whole-number', { reference: kind }) : converted(ids)
  }
}
