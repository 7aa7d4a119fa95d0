import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildChild } from '../kill/build-child.ts'
import { createOrderChecker } from './order-checker.ts'
import { traceRun } from './trace-run.ts'
import { ensureStrace } from './traced.ts'

let child: Awaited<ReturnType<typeof buildChild>>
beforeAll(async () => {
  ensureStrace()
  child = await buildChild()
})
afterAll(() => child.remove())

test('seen from outside, every request that creates leaves after its intent is on the disk', async () => {
  const { posts, violations } = await traceRun(child.path, 200, null)
  expect(violations).toEqual([])
  expect(posts).toBe(300)
})

test('the checker can fail: with commits that are not synced, every such request is a violation', async () => {
  const { posts, violations } = await traceRun(child.path, 20, 'no-sync')
  expect(posts).toBe(30)
  expect(violations).toHaveLength(60)
})

test('and where the intent is written with the outcome only', async () => {
  const { posts, violations } = await traceRun(child.path, 20, 'late-intent')
  expect(violations.filter((sentence) => sentence.endsWith('not on the disk'))).toHaveLength(posts)
})

const hash = 'ab'.repeat(32)
const intent = String.raw`1 pwrite64(18</d/journal.sqlite-wal>, "\0run\0customer:A1${hash}2026-01-01", 4096, 4120) = 4096`
const sync = '1 fsync(18</d/journal.sqlite-wal>) = 0'
const post = String.raw`1 writev(24<TCP:[1->2]>, [{iov_base="POST /v1/customers HTTP/1.1\r\n", iov_len=3}, {iov_base="{\"customerAccountNumber\":\"A1\"}", iov_len=4}], 2) = 7`

test.each([
  ['intent, sync, request', [intent, sync, post], 0],
  ['no sync', [intent, post], 2],
  ['synced before, then dirty again', [intent, sync, intent, post], 1],
  ['another customer was synced', [intent.replace('A1', 'A2'), sync, post], 1],
  ['a sync that failed', [intent, sync.replace('= 0', '= -1 EIO (Input/output error)'), post], 2],
  ['a sync that another thread interrupts has ended when it is resumed', [intent, '1 fsync(18</d/journal.sqlite-wal> <unfinished ...>', '2 write(3<anon>, "x", 1) = 1', '1 <... fsync resumed>) = 0', post], 0],
  ['a request during the sync', [intent, '2 fsync(18</d/journal.sqlite-wal> <unfinished ...>', post, '2 <... fsync resumed>) = 0'], 2],
] as const)('the checker reads: %s', (_name, lines, violations) => {
  const checker = createOrderChecker()
  for (const line of lines) checker.read(line)
  expect(checker.posts).toBe(1)
  expect(checker.violations).toHaveLength(violations)
})
