// Every customer, site and contact becomes JSON here, so the shape of each object is laid out once, when the program starts.
import { fieldEntries } from '#core/catalogue/index.ts'
import type { EntityDraft } from '#core/model/draft.ts'
import type { FieldEntry, Level } from '#core/model/field.ts'
import { groupBy } from '#core/model/group-by.ts'
import { ExactNumber, writeJson } from '#core/model/json.ts'
import type { Json } from '#core/model/json.ts'
import { trimmed } from '#core/model/trimmed.ts'
import { propertyOrders } from './property-order.ts'

/** The properties of one level in the API's order, those of objects inside it too. */
interface Layout {
  /** By path of the field that fills it: the place of a property. */
  readonly placeOf: ReadonlyMap<string, number>
  /** The same by name, of the outermost ones: the caller may give them ready. */
  readonly placeOfName: ReadonlyMap<string, number>
  /** By place, the object that holds it: a number, 0 for the outermost. */
  readonly holders: readonly number[]
  /**
   * By place and by the holder of the property before (the last one: there is none): what stands before its text, from a comma and
   * whatever must be closed and opened to its own name.
   */
  readonly before: readonly (readonly string[])[]
  /** By the holder of the last property: what closes all that is open. */
  readonly closing: readonly string[]
  /**
   * The texts of the entity that is being written, by place. An entity gives few of the fields that its level has: to lay out those few
   * is quicker than to ask for all of them.
   */
  readonly texts: string[]
}

const layouts: Readonly<Record<Level, Layout>> = {
  customer: layOut('customer'), site: layOut('site'), siteContact: layOut('siteContact'), customerContact: layOut('customerContact'),
}

function layOut(level: Level): Layout {
  const placeOf = new Map<string, number>()
  const placeOfName = new Map<string, number>()
  const prefixes: string[] = []
  const holders: number[] = []
  /** Of each holder the texts that open it, from the outermost in. */
  const opened: (readonly string[])[] = [[]]
  // Fields that exist only here have no API path and stay out.
  addMembers(level, fieldEntries.filter((entry) => entry.level === level && entry.apiPath.length > 0), [])
  const before = prefixes.map((prefix, place) => {
    const own = opened[holders[place] ?? 0] ?? []
    return [...opened.map((from) => textBetween(from, own) + prefix), own.join('') + prefix]
  })
  return { placeOf, placeOfName, holders, before, closing: opened.map((path) => '}'.repeat(path.length + 1)), texts: prefixes.map(() => '') }

  /** In the API's order; a property that no list knows comes last, by name. */
  function addMembers(name: string, entries: readonly FieldEntry[], path: readonly string[]): void {
    const holder = opened.length - 1
    const order = propertyOrders[name] ?? []
    const byName = groupBy(entries, ({ apiPath }) => apiPath[path.length] ?? '')
    const others = [...byName.keys()].filter((other) => !order.includes(other)).toSorted()
    for (const member of [...order, ...others]) {
      const group = byName.get(member) ?? []
      const own = group.find(({ apiPath }) => apiPath.length === path.length + 1)
      if (own === undefined && group.length > 0) {
        const inner = [...path, `"${member}":{`]
        opened.push(inner)
        addMembers(member, group, inner)
        continue
      }
      const place = prefixes.push(`"${member}":`) - 1
      holders.push(holder)
      if (own !== undefined) placeOf.set(own.path, place)
      if (path.length === 0) placeOfName.set(member, place)
    }
  }
}

/** A comma, and whatever must be closed before it and opened behind it. */
function textBetween(from: readonly string[], to: readonly string[]): string {
  let shared = 0
  while (shared < from.length && from[shared] === to[shared]) shared++
  return `${'}'.repeat(from.length - shared)},${to.slice(shared).join('')}`
}

/** A property that is no field, written already. */
export interface Ready {
  readonly name: string
  readonly text: string
}

const nothing: readonly Ready[] = []

/** The entity as its API object, as JSON without white space. What is `ready` goes before a field of its name. */
export function writeEntity(entity: EntityDraft, level: Level, ready: readonly Ready[] = nothing): string {
  const { placeOf, placeOfName, holders, before, closing, texts } = layouts[level]
  texts.fill('')
  entity.fields.forEach(({ value }, path) => {
    const place = placeOf.get(path)
    if (place !== undefined) texts[place] = writeJson(sentValue(path, value))
  })
  for (const { name, text } of ready) {
    const place = placeOfName.get(name)
    if (place === undefined) throw new Error(`No place for ${name}`)
    texts[place] = text
  }
  // Added up, not joined: that takes half the time. The hash makes it one text, and a plan is never held as a whole.
  let written = '{'
  let last = closing.length
  for (let place = 0; place < texts.length; place++) {
    const text = texts[place]
    if (text === undefined || text === '') continue
    written += (before[place]?.[last] ?? '') + text
    last = holders[place] ?? 0
  }
  return written + (closing[last] ?? '}')
}

/** Text without white space around it; never cut. Components are objects with their place in the template (elevate-api.md 5.3). */
function sentValue(path: string, value: Json): Json {
  if (typeof value === 'string') return trimmed(value)
  if (path !== 'site.siteInvoiceDetails.invoiceSummaryTemplateComponents' || !Array.isArray(value)) return value
  return value.map((id: Json, index) => ({ id, positionInTemplate: new ExactNumber(String(index + 1)) }))
}

export function writeList(texts: readonly string[]): string {
  return `[${texts.join(',')}]`
}
