import { expect, it } from 'vitest'
import { JsonPatch } from './json-patch.ts'

it.each([
  [[{ op: 'add', path: '/sites/-', value: {} }]],
  [[{ op: 'replace', path: '/endDate', value: null }]],
  [[{ op: 'test', path: '', value: 1, note: 'ignored' }]],
  [[{ op: 'move', path: '/a~1b', from: '/m~0n' }]],
  [[{ op: 'copy', path: '/a', from: '/b' }]],
  [[{ op: 'remove', path: '/a' }]],
  [[]],
])('accepts %j', (patch) => expect(JsonPatch.safeParse(patch).error).toBeUndefined())

it.each([
  [{ op: 'replace', path: '/a', value: 1 }],
  [[{ op: 'add', path: '/a' }]],
  [[{ op: 'move', path: '/a' }]],
  [[{ op: 'merge', path: '/a', value: 1 }]],
  [[{ op: 'remove', path: 'a' }]],
  [[{ op: 'remove', path: '/a~2' }]],
])('refuses %j', (patch) => expect(JsonPatch.safeParse(patch).success).toBe(false))
