import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Result } from '#core/model/result.ts'
import { openJournal } from '#node/journal/open-journal.ts'
import { openSession } from '../session/open-session.ts'
import { closeSession, preparedOf } from '../session/session.ts'
import type { Target } from '../target/target.ts'
import { refuseOther, startRun } from './start-run.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-start-'))
afterAll(() => rmSync(folder, { recursive: true }))

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

/** Refused before a target is looked at. */
async function refusal(text: string, planHash: (hash: string) => string): Promise<string | null> {
  const path = join(folder, 'a.csv')
  writeFileSync(path, text)
  const session = must(await openSession([{ path }], folder))
  const journal = must(openJournal(folder))
  const prepared = await preparedOf(session)
  const started = startRun(journal, { session, prepared, target: {} as Target, planHash: planHash(prepared.plan.hash), pace: { requestsPerSecond: 1, lanes: 1 } }, () => undefined)
  journal.close()
  await closeSession(session)
  return started.ok ? null : started.failure.code
}

const sure = 'Account number,Customer name\nA1,Acme Ltd\nA2,Beta plc\n'

test('a file that can be read in two ways is not sent', async () => {
  expect(await refusal('Account;no,Name;x\nA1;1,Acme;2\nA2;3,Beta;4\nA3;5,Gamma;6\n', (hash) => hash)).toBe('reading-undecided')
})

test('another plan than the one that was seen is not sent, nor one without customers', async () => {
  expect(await refusal(sure, () => 'another')).toBe('plan-changed')
  expect(await refusal(sure, (hash) => hash)).toBe('nothing-to-send')
})

test('a run is gone on with as the same user of the same brand on the same server', () => {
  const run = { baseUrl: 'https://a/v1', brand: 'b', username: 'jo' }
  const signedIn = (changed: object): Target => ({ api: { ...run, ...changed } }) as unknown as Target
  expect(refuseOther(run, signedIn({}))).toBeNull()
  for (const changed of [{ baseUrl: 'https://b/v1' }, { brand: 'c' }, { username: 'joe' }]) expect(refuseOther(run, signedIn(changed))?.code).toBe('bad-usage')
})
