import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { changedFiles } from './changed-files.ts'
import { openSession } from './open-session.ts'
import { closeSession, preparedOf, type Session } from './session.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-changed-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'a.csv')
const text = 'Account number,Customer name\nA1,Acme Ltd\nA2,Beta plc\n'

async function opened(): Promise<Session> {
  writeFileSync(path, text)
  const session = await openSession([{ path }], folder)
  if (!session.ok) throw new Error(session.failure.message)
  return session.value
}

test.each([
  ['edited', () => writeFileSync(path, text.replace('Acme', 'Apex')), /has changed/],
  ['cut to nothing', () => writeFileSync(path, ''), /has changed/],
  ['moved away', () => renameSync(path, join(folder, 'b.csv')), /no longer where/],
  ['replaced by what is no file', () => { rmSync(path); mkdirSync(path) }, /no longer where/],
])('a file that is %s is told of, and what was read stays what is planned', async (_, change, says) => {
  rmSync(path, { force: true, recursive: true })
  const session = await opened()
  expect(await changedFiles(session)).toEqual([])
  const { plan: { hash } } = await preparedOf(session)
  change()
  expect(await changedFiles(session)).toEqual([expect.stringMatching(says)])
  expect((await preparedOf(session)).plan.hash).toBe(hash)
  await closeSession(session)
})
