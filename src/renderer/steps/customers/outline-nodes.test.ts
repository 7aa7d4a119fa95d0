import { expect, test } from 'vitest'
import type { CustomerTree, IssueView } from '../../app/views.ts'
import { openAtFirst, outlineOf } from './outline-nodes.ts'

const field = (path: string, value: string) => ({ field: path, label: path, value, cell: 'A2', converted: null })
const tree = (sites: number): CustomerTree => ({
  key: 'ACC1', name: 'Harbour', bucket: 'ready', fields: [field('customer.customerName', 'Harbour')], issues: [], requests: [],
  sites: Array.from({ length: sites }, (_, index) => ({ reference: `S${index}`, fields: index === 0 ? [field('site.siteName', 'Office')] : [], contacts: [{ fields: [field('siteContact.contactName', 'Amelia')] }] })),
  contacts: [{ fields: [] }],
})

test('a customer holds its fields, its sites with their contacts, and its own contacts', () => {
  const root = outlineOf(tree(2))
  expect(root.children.map((node) => `${node.kind} ${node.value}`)).toEqual(['field Harbour', 'site Office', 'site S1', 'contact '])
  expect(root.children[1]?.children.map((node) => `${node.kind} ${node.value}`)).toEqual(['field Office', 'contact Amelia'])
})

test('ids are unique', () => {
  const ids: string[] = []
  const visit = (node: ReturnType<typeof outlineOf>): void => { ids.push(node.id); node.children.forEach(visit) }
  visit(outlineOf(tree(3)))
  expect(new Set(ids).size).toBe(ids.length)
})

test('few sites are open at first, many are not', () => {
  expect([...openAtFirst(outlineOf(tree(3)))]).toEqual(['customer', 'site:0', 'site:1', 'site:2'])
  expect([...openAtFirst(outlineOf(tree(4)))]).toEqual(['customer'])
})

test('a problem stands at the field of its cell, one without a field at its site or customer, and parts show the worst of theirs', () => {
  const issue = (over: Partial<IssueView>): IssueView => ({
    code: 'bad-email', severity: 'warning', file: null, sheet: null, row: 2, column: null, cell: null, field: null, value: null, message: 'Wrong.', customer: 'ACC1', site: null, related: [], table: 0, columnIndex: 0, ...over,
  })
  const issues = [issue({ field: 'customer.customerName', cell: 'A2', severity: 'info' }), issue({ field: 'site.siteName', cell: 'K3', site: 'S1', severity: 'error', message: 'A site needs a name.' }), issue({ message: 'No contact.' })]
  const root = outlineOf({ ...tree(2), issues })
  expect(root.children.map(({ kind, title, worst }) => [kind, title, worst])).toEqual([
    ['problem', 'No contact.', 'warning'], ['field', 'customer.customerName', 'info'], ['site', 'Site', null], ['site', 'Site', 'error'], ['contact', 'Customer contact', null],
  ])
  expect(root.children[3]?.children[0]).toMatchObject({ kind: 'problem', title: 'A site needs a name.', cell: 'K3', issue: issues[1] })
  expect(root.worst).toBe('error')
})
