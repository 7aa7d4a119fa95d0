import { fieldByPath } from '#core/catalogue/index.ts'
import type { EntityDraft } from '#core/model/draft.ts'
import { ExactNumber, writeJson } from '#core/model/json.ts'
import type { Json, JsonObject } from '#core/model/json.ts'
import { findDefinition } from '#core/model/reference.ts'
import type { Reference } from '#core/model/reference.ts'
import type { Tree } from './property-order.ts'

/** The fields of an entity as the properties of its API object. Fields that exist only here have no API path and stay out. */
export function propertiesOf(entity: EntityDraft): Tree {
  const tree: Tree = new Map()
  for (const [path, { value }] of entity.fields) {
    const apiPath = fieldByPath.get(path)?.apiPath ?? []
    const last = apiPath.at(-1)
    if (last === undefined) continue
    const parent = apiPath.slice(0, -1).reduce((tree, name) => branch(tree, name), tree)
    parent.set(last, writeJson(sentValue(path, value)))
  }
  return tree
}

function branch(tree: Tree, name: string): Tree {
  const known = tree.get(name)
  if (known !== undefined && typeof known !== 'string') return known
  const made: Tree = new Map()
  tree.set(name, made)
  return made
}

/** Text without white space around it; never cut. Components are objects with their place in the template (elevate-api.md 5.3). */
function sentValue(path: string, value: Json): Json {
  if (typeof value === 'string') return value.trim()
  if (path !== 'site.siteInvoiceDetails.invoiceSummaryTemplateComponents' || !Array.isArray(value)) return value
  return value.map((id: Json, index) => ({ id, positionInTemplate: new ExactNumber(String(index + 1)) }))
}

/** `assignedCustomFields`, by definition: ids first and by number, then those known by label only; each as JSON. Empty: no property at all. */
export function customFieldsOf(entity: EntityDraft, level: 'CUSTOMER' | 'SITE', reference: Reference): readonly string[] {
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
