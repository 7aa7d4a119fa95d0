import { groupBy } from '#core/model/group-by.ts'
import type { CustomerTree, IssueView, Severity } from '../../app/views.ts'
import { words } from '../../app/wording.ts'

type Field = CustomerTree['fields'][number]

/** A line of the outline: something with parts (customer, site, contact), one of its fields, or a problem that no field shows. */
export interface OutlineNode {
  readonly id: string
  readonly kind: 'customer' | 'site' | 'contact' | 'field' | 'problem'
  readonly title: string
  readonly value: string
  readonly cell: string | null
  /** The cell's own text and what was done with it, where the value is another. */
  readonly from: string | null
  /** What is wrong with it. */
  readonly issue: IssueView | null
  /** The worst of what is wrong with it and all of its parts, so that a closed part shows it too. */
  readonly worst: Severity | null
  readonly children: readonly OutlineNode[]
}

type Part = Omit<OutlineNode, 'worst' | 'issue' | 'from' | 'cell'> & Partial<Pick<OutlineNode, 'issue' | 'from' | 'cell'>>

/** The customer as an outline: its fields, its sites with their contacts, its own contacts, each with what is wrong with it. */
export function outlineOf(tree: CustomerTree): OutlineNode {
  // A problem stands at the field whose cell it is about. What has no value has no field: it stands at the site, or at the customer.
  const open = new Set(tree.issues)
  const byCell = groupBy(tree.issues, cellOf)
  const fieldsOf = (parent: string, fields: readonly Field[]): readonly OutlineNode[] => fields.map((field, index) => {
    const issues = field.cell === null ? [] : (byCell.get(cellOf(field)) ?? [])
    for (const issue of issues) open.delete(issue)
    const from = field.converted === null ? null : words.customers.from(field.converted.from, field.converted.how)
    return nodeOf({ id: `${parent}/${index}`, kind: 'field', title: field.label, value: field.value, cell: field.cell, from, issue: worstOf(issues), children: [] })
  })
  const bySite = groupBy(tree.issues, ({ site }) => site)
  const problemsOf = (parent: string, issues: Iterable<IssueView>): readonly OutlineNode[] => [...issues].filter((issue) => open.delete(issue)).map((issue, index) => (
    nodeOf({ id: `${parent}!${index}`, kind: 'problem', title: issue.message, value: '', cell: issue.cell, issue, children: [] })
  ))
  const contactOf = (id: string, title: string, fields: readonly Field[]): OutlineNode =>
    nodeOf({ id, kind: 'contact', title, value: nameIn(fields, 'contactName') ?? '', children: fieldsOf(id, fields) })
  const sites = tree.sites.map((site, index): OutlineNode => {
    const id = `site:${index}`
    const parts = [...fieldsOf(id, site.fields), ...site.contacts.map((contact, place) => contactOf(`${id}:${place}`, words.customers.contact, contact.fields))]
    const problems = problemsOf(id, bySite.get(site.reference) ?? [])
    return nodeOf({ id, kind: 'site', title: words.customers.site, value: nameIn(site.fields, 'siteName') ?? site.reference, children: [...problems, ...parts] })
  })
  const contacts = tree.contacts.map((contact, index) => contactOf(`contact:${index}`, words.customers.customerContact, contact.fields))
  const fields = fieldsOf('customer', tree.fields)
  return nodeOf({ id: 'customer', kind: 'customer', title: tree.key, value: tree.name, children: [...problemsOf('customer', open), ...fields, ...sites, ...contacts] })
}

function cellOf({ field, cell }: { readonly field: string | null; readonly cell: string | null }): string {
  return JSON.stringify([field, cell])
}

function nodeOf(part: Part): OutlineNode {
  const issue = part.issue ?? null
  return { from: null, cell: null, ...part, issue, worst: worstOf([...(issue === null ? [] : [issue]), ...part.children.flatMap(({ worst }) => (worst === null ? [] : [{ severity: worst }]))])?.severity ?? null }
}

function worstOf<Found extends { readonly severity: Severity }>(found: readonly Found[]): Found | null {
  return found.find(({ severity }) => severity === 'error') ?? found.find(({ severity }) => severity === 'warning') ?? found[0] ?? null
}

function nameIn(fields: readonly Field[], property: string): string | null {
  return fields.find((field) => field.field.endsWith(`.${property}`))?.value ?? null
}

/** Ids that are open at first: the customer, and its sites while they are few. */
export function openAtFirst(root: OutlineNode): ReadonlySet<string> {
  const sites = root.children.filter((node) => node.kind === 'site')
  return new Set([root.id, ...(sites.length <= 3 ? sites.map((site) => site.id) : [])])
}
