// Every customer, site and contact becomes JSON here, so the shape of each object is laid out once, when the program starts.
import { fieldEntries } from '#core/catalogue/index.ts'
import type { EntityDraft } from '#core/model/draft.ts'
import type { FieldEntry, Level } from '#core/model/field.ts'
import { groupBy } from '#core/model/group-by.ts'
import { ExactNumber, writeJson } from '#core/model/json.ts'
import type { Json } from '#core/model/json.ts'
import { propertyOrders } from './property-order.ts'

/** Where the text of a property waits, and what stands before it. */
interface Leaf {
  readonly slot: number
  /** `"name":` */
  readonly prefix: string
  /** The object that holds it: its number in the layout. */
  readonly holder: number
}

/** The properties of one level in the API's order, those of objects inside it too. */
interface Layout {
  readonly leaves: readonly Leaf[]
  /** By the holder of the property before (the last one: there is none yet) and the holder of the next: what stands between the two. */
  readonly between: readonly (readonly string[])[]
  /** By the holder of the last property: what closes all that is open. */
  readonly closing: readonly string[]
  /** By name, the outermost properties: the caller may give them ready. */
  readonly slotOf: ReadonlyMap<string, number>
}

/** By path of a field. */
const slots: ReadonlyMap<string, number> = new Map(fieldEntries.map(({ path }, slot) => [path, slot]))

/**
 * The texts of the entity that is being written, by slot. An entity gives few of the fields that its level has: to lay out those few is
 * quicker than to ask for all of them. Properties that are made of no field have slots behind those of the fields.
 */
const texts: string[] = fieldEntries.map(() => '')

const layouts: Readonly<Record<Level, Layout>> = {
  customer: layOut('customer'), site: layOut('site'), siteContact: layOut('siteContact'), customerContact: layOut('customerContact'),
}

function layOut(level: Level): Layout {
  const leaves: Leaf[] = []
  const slotOf = new Map<string, number>()
  /** Of each holder the texts that open it, from the outermost in. */
  const opened: string[][] = [[]]
  // Fields that exist only here have no API path and stay out.
  addMembers(level, fieldEntries.filter((entry) => entry.level === level && entry.apiPath.length > 0), [])
  const closing = opened.map((path) => '}'.repeat(path.length))
  return { leaves, slotOf, closing, between: [...opened.map((from) => opened.map((to) => textBetween(from, to))), opened.map((to) => to.join(''))] }

  /** In the API's order; a property that no list knows comes last, by name. */
  function addMembers(holder: string, entries: readonly FieldEntry[], path: readonly string[]): void {
    const number = opened.length - 1
    const order = propertyOrders[holder] ?? []
    const byName = groupBy(entries, ({ apiPath }) => apiPath[path.length] ?? '')
    const others = [...byName.keys()].filter((name) => !order.includes(name)).toSorted()
    for (const name of [...order, ...others]) {
      const group = byName.get(name) ?? []
      const own = group.find(({ apiPath }) => apiPath.length === path.length + 1)
      const prefix = `"${name}":`
      if (own === undefined && group.length > 0) {
        const inner = [...path, `${prefix}{`]
        opened.push(inner)
        addMembers(name, group, inner)
        continue
      }
      const slot = (own === undefined ? undefined : slots.get(own.path)) ?? texts.push('') - 1
      leaves.push({ slot, prefix, holder: number })
      if (path.length === 0) slotOf.set(name, slot)
    }
  }
}

/** A comma, and whatever must be closed before it and opened behind it. */
function textBetween(from: readonly string[], to: readonly string[]): string {
  let shared = 0
  while (shared < from.length && from[shared] === to[shared]) shared++
  return `${'}'.repeat(from.length - shared)},${to.slice(shared).join('')}`
}

const nothing: ReadonlyMap<string, string> = new Map()

/**
 * The entity as its API object, as JSON without white space. `ready` has properties that are no field of it, by name and
 * written already; they go before a field of that name.
 */
export function writeEntity(entity: EntityDraft, level: Level, ready: ReadonlyMap<string, string> = nothing): string {
  const { leaves, between, closing, slotOf } = layouts[level]
  texts.fill('')
  entity.fields.forEach(({ value }, path) => {
    const slot = slots.get(path)
    if (slot !== undefined) texts[slot] = writeJson(sentValue(path, value))
  })
  if (ready !== nothing) ready.forEach((text, name) => {
    const slot = slotOf.get(name)
    if (slot === undefined) throw new Error(`No place for ${name}`)
    texts[slot] = text
  })
  // Joined, not added up: added texts stay trees of pieces, which fill the memory of a large file's plan.
  const written: string[] = ['{']
  let holder = closing.length
  for (const leaf of leaves) {
    const text = texts[leaf.slot]
    if (text === undefined || text === '') continue
    written.push(between[holder]?.[leaf.holder] ?? '', leaf.prefix, text)
    holder = leaf.holder
  }
  written.push(closing[holder] ?? '', '}')
  return written.join('')
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
