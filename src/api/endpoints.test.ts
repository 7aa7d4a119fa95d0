import { expect, it } from 'vitest'
import type { Endpoint } from './endpoint.ts'
import { endpoints } from './endpoints.ts'

const table: readonly (readonly [string, Endpoint])[] = Object.entries(endpoints)

it('names each method and path once', () => {
  const calls = table.map(([, endpoint]) => `${endpoint.method} ${endpoint.path}`)
  expect(new Set(calls).size).toBe(calls.length)
})

it('lets every POST answer 200, and 201 where something is created', () => {
  const creating = table.filter(([name]) => name.startsWith('create'))
  expect(creating).toHaveLength(2)
  for (const [, endpoint] of creating) expect(endpoint.success).toEqual([200, 201])
})

it('pages every list, and no HEAD', () => {
  for (const [name, endpoint] of table) expect([name, endpoint.paged]).toEqual([name, name.startsWith('list')])
})

it('has a body schema exactly where a body type is named', () => {
  for (const [, endpoint] of table) expect(endpoint.request === null).toBe(endpoint.requestType === null)
})
