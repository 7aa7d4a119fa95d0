import { expect, test } from 'vitest'
import { createSleepWatch } from './sleep-watch.ts'

/** Asks after each step of both clocks. */
function noticed(steps: readonly (readonly [now: number, wall: number])[]): readonly boolean[] {
  let now = 1_000
  let wall = 1_700_000_000_000
  const hasSlept = createSleepWatch({ now: () => now, wall: () => wall }, 500)
  return steps.map(([passed, onTheWall]) => {
    now += passed
    wall += onTheWall
    return hasSlept()
  })
}

const threeHours = 3 * 3_600_000

test('three hours asleep are noticed, whether the monotonic clock stood still or not, and once', () => {
  expect(noticed([[500, 500], [500, threeHours], [500, 500]])).toEqual([false, true, false])
  expect(noticed([[500, 500], [threeHours, threeHours], [500, 500]])).toEqual([false, true, false])
})

test('a process that was stopped for ten seconds is noticed, a busy second is not', () => {
  expect(noticed([[10_500, 10_500], [1_500, 1_500]])).toEqual([true, false])
})

test('a wall clock that is set back is no sleep', () => {
  expect(noticed([[500, -threeHours], [500, 500]])).toEqual([false, false])
})
