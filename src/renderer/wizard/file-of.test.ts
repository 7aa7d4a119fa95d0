import { expect, test } from 'vitest'
import type { RunId } from '../app/views.ts'
import { fileOf } from './file-of.ts'

test('before a file is chosen there is no name; a run knows the name of its file', () => {
  expect(fileOf({ kind: 'choose' })).toBeNull()
  expect(fileOf({ kind: 'report', run: { runId: 'r' as RunId, file: 'a.csv' }, end: null })).toBe('a.csv')
})
