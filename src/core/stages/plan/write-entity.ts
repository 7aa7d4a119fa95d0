// Every customer, site and contact becomes JSON here, so the shape of each object is laid out once, when the program starts.
import { fieldEntries } from '#core/catalogue/index.ts'
import type { EntityDraft } from '#core/model/draft.ts'
import type { FieldEntry, Level } from '#core/model/field.ts'
import { groupBy } from '#core/model/group-by.ts'
import { ExactNumber, writeJson } from '#core/model/json.ts'
import type { Json } from '#core/model/json.ts'
import { propertyOrders } from './property-order.ts'

/** One property of an API object: filled by a field, made of others, or (neither) given ready by the caller. */
interface Member {
  readonly name: string
  /** `"name":` */
  readonly prefix: string
  readonly path: string | null
  readonly members: readonly Member[]
}

const layouts: Readonly<Record<Level, readonly Member[]>> = {
  customer: layOut('customer'), site: layOut('site'), siteContact: layOut('siteContact'), customerContact: layOut('customerContact'),
}

function layOut(level: Level): readonly Member[] {
  // Fields that exist only here have no API path and stay out.
  return membersOf(level, fieldEntries.filter((entry) => entry.level === level && entry.apiPath.length > 0), 0)
}

/** In the API's order; a property that no list knows comes last, by name. */
function membersOf(holder: string, entries: readonly FieldEntry[], depth: number): readonly Member[] {
  const order = propertyOrders[holder] ?? []
  const byName = groupBy(entries, ({ apiPath }) => apiPath[depth] ?? '')
  const others = [...byName.keys()].filter((name) => !order.includes(name)).toSorted()
  return [...order, ...others].map((name) => {
    const group = byName.get(name) ?? []
    const own = group.find(({ apiPath }) => apiPath.length === depth + 1)
    return { name, prefix: `"${name}":`, path: own?.path ?? null, members: own === undefined ? membersOf(name, group, depth + 1) : [] }
  })
}

const nothing: ReadonlyMap<string, string> = new Map()

/**
 * The entity as its API object, as JSON without white space. `ready` has properties that are no field of it, by name and
 * written already; they go before a field of that name.
 */
export function writeEntity(entity: EntityDraft, level: Level, ready: ReadonlyMap<string, string> = nothing): string {
  return `{${writeMembers(layouts[level], entity, ready)}}`
}

/** Joined at every level, not added up: added texts stay trees of pieces, which fill the memory of a large file's plan. */
function writeMembers(members: readonly Member[], entity: EntityDraft, ready: ReadonlyMap<string, string>): string {
  const texts: string[] = []
  for (const { name, prefix, path, members: inner } of members) {
    const given = ready.get(name)
    const text = given ?? (path === null ? writeObject(inner, entity) : writeField(path, entity))
    if (text !== '') texts.push(prefix + text)
  }
  return texts.join(',')
}

function writeObject(members: readonly Member[], entity: EntityDraft): string {
  const text = members.length === 0 ? '' : writeMembers(members, entity, nothing)
  return text === '' ? '' : `{${text}}`
}

function writeField(path: string, entity: EntityDraft): string {
  const field = entity.fields.get(path)
  return field === undefined ? '' : writeJson(sentValue(path, field.value))
}

/** Text without white space around it; never cut. Components are objects with their place in the template (elevate-api.md 5.3). */
function sentValue(path: string, value: Json): Json {
  if (typeof value === 'string') return value.trim()
  if (path !== 'site.siteInvoiceDetails.invoiceSummaryTemplateComponents' || !Array.isArray(value)) return value
  return value.map((id: Json, index) => ({ id, positionInTemplate: new ExactNumber(String(index + 1)) }))
}

export function writeList(texts: readonly string[]): string {
  return `[${texts.join(',')}]`
}
