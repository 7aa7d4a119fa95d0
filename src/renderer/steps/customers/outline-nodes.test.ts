import { expect, test } from 'vitest'
import type { CustomerTree } from '../../app/views.ts'
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
