import { expect, test, vi } from 'vitest'
import { ok } from '#core/model/result.ts'
import type { Clock } from '#core/ports.ts'
import type { Journal, RunPace, RunWish } from '#core/ports-journal.ts'
import { tendRun } from './tend-run.ts'

function bench() {
  let now = 0
  let due: { readonly at: number; readonly call: () => void } | null = null
  const clock: Clock = {
    now: () => now,
    after(delayMs, call) {
      due = { at: now + delayMs, call }
      return () => { due = null }
    },
  }
  const wishes: RunWish[] = []
  const journal = { takeWishes: () => ok(wishes.splice(0)) } as unknown as Journal
  const run = { id: 'r', cancel: vi.fn<() => void>(), setPace: vi.fn<(pace: RunPace) => void>(), woke: vi.fn<() => void>() }
  const end = tendRun(journal, run, { clock, wall: () => now })
  const pass = (ms: number): void => {
    now += ms
    const call = due !== null && due.at <= now ? due.call : null
    due = call === null ? due : null
    call?.()
  }
  return { run, wishes, end, pass, isWaiting: () => due !== null }
}

test('what others wish is done within half a second, in their order', () => {
  const { run, wishes, pass } = bench()
  wishes.push({ kind: 'pace', pace: { requestsPerSecond: 2, lanes: 3 } }, { kind: 'stop' })
  pass(500)
  expect(run.setPace).toHaveBeenCalledExactlyOnceWith({ requestsPerSecond: 2, lanes: 3 })
  expect(run.cancel).toHaveBeenCalledOnce()
  pass(500)
  expect(run.cancel).toHaveBeenCalledOnce()
  expect(run.woke).not.toHaveBeenCalled()
})

test('after three hours that nobody saw, the run is told', () => {
  const { run, pass } = bench()
  pass(500)
  pass(3 * 3_600_000)
  pass(500)
  expect(run.woke).toHaveBeenCalledOnce()
})

test('it ends with the run', () => {
  const { end, isWaiting } = bench()
  end()
  expect(isWaiting()).toBe(false)
})
