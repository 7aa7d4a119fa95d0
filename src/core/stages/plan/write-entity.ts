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
  /** Where the text of its field waits, in `texts`; -1 when it is filled by none. */
  readonly slot: number
  readonly members: readonly Member[]
}

/** By path of a field. */
const slots: ReadonlyMap<string, number> = new Map(fieldEntries.map(({ path }, slot) => [path, slot]))

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
    return { name, prefix: `"${name}":`, slot: own === undefined ? -1 : slots.get(own.path) ?? -1, members: own === undefined ? membersOf(name, group, depth + 1) : [] }
  })
}

const nothing: ReadonlyMap<string, string> = new Map()

/**
 * The texts of the entity that is being written, by slot. An entity gives few of the fields that its level has: to lay out those few is
 * quicker than to ask for all of them.
 */
const texts: string[] = fieldEntries.map(() => '')

/**
 * The entity as its API object, as JSON without white space. `ready` has properties that are no field of it, by name and
 * written already; they go before a field of that name.
 */
export function writeEntity(entity: EntityDraft, level: Level, ready: ReadonlyMap<string, string> = nothing): string {
  texts.fill('')
  entity.fields.forEach(({ value }, path) => {
    const slot = slots.get(path)
    if (slot !== undefined) texts[slot] = writeJson(sentValue(path, value))
  })
  return `{${writeMembers(layouts[level], ready)}}`
}

/** Joined at every level, not added up: added texts stay trees of pieces, which fill the memory of a large file's plan. */
function writeMembers(members: readonly Member[], ready: ReadonlyMap<string, string>): string {
  const written: string[] = []
  for (const { name, prefix, slot, members: inner } of members) {
    const given = ready === nothing ? undefined : ready.get(name)
    const text = given ?? (slot < 0 ? writeObject(inner) : texts[slot] ?? '')
    if (text !== '') written.push(prefix + text)
  }
  return written.join(',')
}

function writeObject(members: readonly Member[]): string {
  const text = members.length === 0 ? '' : writeMembers(members, nothing)
  return text === '' ? '' : `{${text}}`
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
