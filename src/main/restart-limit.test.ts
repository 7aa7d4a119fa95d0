import { expect, test } from 'vitest'
import { makeRestartLimit } from './restart-limit.ts'

test('five deaths in a minute are borne, a sixth is not, and old ones are forgotten', () => {
  let now = 0
  const mayRestart = makeRestartLimit(() => now)
  for (const at of [0, 10, 20, 30, 40]) {
    now = at
    expect(mayRestart()).toBe(true)
  }
  expect(mayRestart()).toBe(false)
  now = 70_000
  expect(mayRestart()).toBe(true)
})
