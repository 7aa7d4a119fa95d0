import type { EntityDraft } from '#core/model/draft.ts'
import { ExactNumber, writeJson } from '#core/model/json.ts'
import type { JsonObject } from '#core/model/json.ts'
import { findDefinition } from '#core/model/reference.ts'
import type { Reference } from '#core/model/reference.ts'

/** `assignedCustomFields`, by definition: ids first and by number, then those known by label only; each as JSON. Empty: no property at all. */
export function customFieldsOf(entity: EntityDraft, level: 'CUSTOMER' | 'SITE', reference: Reference): readonly string[] {
  if (entity.customFields.length === 0) return []
  const fields = entity.customFields.map(({ definition, value }) => {
    const lookup = findDefinition(reference, level, definition)
    const id = lookup.kind === 'found' ? lookup.id : null
    const label = lookup.kind === 'found' ? lookup.label : definition.trim()
    const body: JsonObject = {
      ...(id === null ? {} : { customFieldDefinitionId: new ExactNumber(id) }),
      ...(label === null ? {} : { label }),
      value: typeof value.value === 'string' ? value.value.trim() : value.raw.trim(),
    }
    return { order: `${id === null ? 'label' : `id ${id.padStart(20, '0')}`} ${label ?? ''}`, text: writeJson(body) }
  })
  return fields.toSorted((a, b) => byText(a.order, b.order) || byText(a.text, b.text)).map(({ text }) => text)
}

/** Order by code unit: the same on every machine, whatever its language. */
export function byText(a: string, b: string): number {
  return Number(a > b) - Number(a < b)
}
