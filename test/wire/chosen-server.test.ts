import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { targetCalls } from '#engine/calls/target.calls.ts'
import { makeDesk } from '#engine/desk.ts'
import { cacheOf } from '#engine/target/cached-reference.ts'
import { openJournal } from '#node/journal/open-journal.ts'
import { startSandbox } from '#sandbox/server.ts'
import { credentials, must } from './support/run.ts'

test('the server chosen last is where imports go, also when an earlier one answers later', async () => {
  const home = mkdtempSync(join(tmpdir(), 'onboarder-chosen-'))
  const slow = await startSandbox({})
  const chosen = await startSandbox({})
  const journal = must(openJournal(home))
  const desk = makeDesk(journal, home)
  let isUp: (url: string) => void = () => undefined
  const practice = new Promise<string>((resolve) => { isUp = resolve })
  const calls = targetCalls(desk, { cache: cacheOf(home), practiceServer: () => practice, network: {} })

  const first = calls.connect({ kind: 'practice', isDefault: true, difficult: false })
  expect(await calls.connect({ kind: 'live', baseUrl: chosen.url, ...credentials })).toMatchObject({ ok: true, value: { kind: 'live' } })
  isUp(slow.url)
  expect(await first).toMatchObject({ ok: false, failure: { code: 'stopped' } })
  expect(desk.target()).toMatchObject({ kind: 'live', api: { baseUrl: chosen.url } })
  // Nor does the window's own choice, made after the operator's.
  expect(await calls.connect({ kind: 'practice', isDefault: true, difficult: false })).toMatchObject({ ok: false, failure: { code: 'stopped' } })
  expect(await calls.connect({ kind: 'practice', isDefault: false, difficult: false })).toMatchObject({ ok: true, value: { kind: 'practice' } })
  journal.close()
  await slow.close()
  await chosen.close()
})
