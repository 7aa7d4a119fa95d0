// The fate table against the real client over HTTP: what can become of a login and of a request that creates.
import { expect, test } from 'vitest'
import { accountOf, wantedFor } from './combinations.ts'
import { endsFor } from './expectations.ts'
import { playScene } from './play.ts'
import { playCombinations } from './play-combinations.ts'

test('every fate of a create or a login, at attempts 1 to 3, is met and ends as its name says, once on the server or said not to be', { timeout: 1_800_000 }, async () => {
  const { wrong, combinations } = await playCombinations(['POST /customers', 'POST /sites', 'POST /authenticate'])
  expect(wrong).toEqual([])
  expect(combinations).toBeGreaterThan(900)
})

test('a window that is too short makes a double, and that is caught', async () => {
  const faults = [{ endpoint: 'POST /customers', fault: 'drop-applied-later', key: accountOf(1), attempt: 1, delayMs: 120 }] as const
  const { wrong } = await playScene({ wanted: wantedFor([accountOf(1)]), faults, endsOf: () => endsFor([]), settleMs: 4 })
  expect(wrong).toEqual(expect.arrayContaining([expect.stringMatching(/^I1: customer 01 Fate is there 2 times/), expect.stringMatching(/^I7: /)]))
})
