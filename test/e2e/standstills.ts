// How long the window and the main process could not answer.
import { readFileSync, rmSync } from 'node:fs'
import type { LaunchedApp } from '../support/launch-app.ts'

/** A task that kept a thread from answering. */
export interface Standstill {
  readonly of: 'window' | 'main process'
  /** The step it was in. */
  readonly during: string
  readonly ms: number
  /** Of the processor: a busy machine stretches the time much more than this. */
  readonly cpuMs: number
}

export interface StandstillWatch {
  /** Ends a step: what was done since the last mark. */
  mark(name: string): Promise<void>
  /** The tasks that took longer than a twentieth of a second, in the order they came. */
  stop(): Promise<readonly Standstill[]>
}

interface TraceEvent {
  readonly name: string
  readonly ts: number
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Watches by Chromium's own trace of its threads. */
export async function watchStandstills({ app, window }: LaunchedApp): Promise<StandstillWatch> {
  await app.evaluate(({ contentTracing }) => contentTracing.startRecording({ included_categories: ['blink.user_timing', 'disabled-by-default-devtools.timeline'], excluded_categories: ['*'] }))
  return {
    mark: (name) => window.evaluate((text) => { performance.mark(`step:${text}`) }, name),
    async stop() {
      const path = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording())
      const { traceEvents } = JSON.parse(readFileSync(path, 'utf8')) as { traceEvents: readonly TraceEvent[] }
      rmSync(path)
      return longTasks(traceEvents)
    },
  }
}

function longTasks(events: readonly TraceEvent[]): readonly Standstill[] {
  const marks = events.filter(({ name }) => name.startsWith('step:')).toSorted((a, b) => a.ts - b.ts)
  const main = events.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrBrowserMain')
  const [first] = marks
  if (first === undefined || main === undefined) throw new Error('The trace does not show the threads')
  const isOf = (thread: TraceEvent, { pid, tid }: TraceEvent): boolean => pid === thread.pid && tid === thread.tid
  const tasks = events.filter((event) => event.name === 'RunTask' && (isOf(first, event) || isOf(main, event)))
  if (![first, main].every((thread) => tasks.some((task) => isOf(thread, task)))) throw new Error('The trace does not show the tasks of both threads')
  return tasks
    .filter(({ dur = 0 }) => dur > 50_000)
    .toSorted((a, b) => a.ts - b.ts)
    .map((event) => ({
      of: isOf(first, event) ? 'window' : 'main process', during: marks.find(({ ts }) => ts >= event.ts)?.name.slice('step:'.length) ?? 'the end',
      ms: Math.round((event.dur ?? 0) / 1000), cpuMs: Math.round((event.tdur ?? 0) / 1000),
    }))
}
