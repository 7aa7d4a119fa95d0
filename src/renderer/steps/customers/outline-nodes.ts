import type { CustomerTree } from '../../app/views.ts'
import { words } from '../../app/wording.ts'

type Field = CustomerTree['fields'][number]

/** A line of the outline: something with parts (customer, site, contact), or one of its fields. */
export interface OutlineNode {
  readonly id: string
  readonly kind: 'customer' | 'site' | 'contact' | 'field'
  readonly title: string
  readonly value: string
  readonly cell: string | null
  /** The cell's own text and what was done with it, where the value is another. */
  readonly from: string | null
  readonly children: readonly OutlineNode[]
}

/** The customer as an outline: its fields, its sites with their contacts, its own contacts. */
export function outlineOf(tree: CustomerTree): OutlineNode {
  const sites = tree.sites.map((site, index): OutlineNode => ({
    id: `site:${index}`, kind: 'site', title: words.customers.site, value: nameIn(site.fields, 'siteName') ?? site.reference, cell: null, from: null,
    children: [...fieldsOf(`site:${index}`, site.fields), ...site.contacts.map((contact, place) => contactOf(`site:${index}:${place}`, words.customers.contact, contact.fields))],
  }))
  const contacts = tree.contacts.map((contact, index) => contactOf(`contact:${index}`, words.customers.customerContact, contact.fields))
  return { id: 'customer', kind: 'customer', title: tree.key, value: tree.name, cell: null, from: null, children: [...fieldsOf('customer', tree.fields), ...sites, ...contacts] }
}

function contactOf(id: string, title: string, fields: readonly Field[]): OutlineNode {
  return { id, kind: 'contact', title, value: nameIn(fields, 'contactName') ?? '', cell: null, from: null, children: fieldsOf(id, fields) }
}

function fieldsOf(parent: string, fields: readonly Field[]): readonly OutlineNode[] {
  return fields.map((field, index) => ({ id: `${parent}/${index}`, kind: 'field', title: field.label, value: field.value, cell: field.cell, from: field.converted === null ? null : words.customers.from(field.converted.from, field.converted.how), children: [] }))
}

function nameIn(fields: readonly Field[], property: string): string | null {
  return fields.find((field) => field.field.endsWith(`.${property}`))?.value ?? null
}

/** Ids that are open at first: the customer, and its sites while they are few. */
export function openAtFirst(root: OutlineNode): ReadonlySet<string> {
  const sites = root.children.filter((node) => node.kind === 'site')
  return new Set([root.id, ...(sites.length <= 3 ? sites.map((site) => site.id) : [])])
}
