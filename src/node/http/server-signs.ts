// What the server's answers tell besides their content: its time, its quota, and how slow it can be.
import type { Clock } from '#core/ports.ts'
import type { HttpAnswer, HttpFailure } from './exchange.ts'
import { readHttpDate } from './http-date.ts'
import { type RateLimit, readRateLimit } from './rate-limit.ts'

export interface ServerSigns {
  note(answer: HttpAnswer | HttpFailure, tookMs: number): void
  serverTime(): string | null
  quota(): RateLimit | null
  /** 999 of 1000 answers came sooner, to within a tenth. */
  slowestMs(): number | null
}

/** Each class of durations ends a tenth later than the one before: five minutes are in the sixtieth. */
const STEP = 1.1
const CLASSES = 200

export function watchServer(clock: Clock): ServerSigns {
  let time: number | null = null
  // Many answers of one second say the same.
  let lastDate: string | null = null
  let limit: { readonly remaining: number; readonly resetAt: number } | null = null
  const answers = new Uint32Array(CLASSES)
  let count = 0

  return {
    note(answer, tookMs) {
      if (answer.kind === 'failed') return
      const date = answer.headers.date ?? ''
      const at = date === lastDate ? null : readHttpDate(date)
      lastDate = date
      // One answer without it, say from a gateway, does not take it away: an earlier time is only more careful.
      if (at !== null) time = at
      const told = readRateLimit(answer.headers)
      limit = told === null ? null : { remaining: told.remaining, resetAt: clock.now() + told.resetMs }
      const slot = Math.min(CLASSES - 1, Math.ceil(Math.log(Math.max(1, tookMs)) / Math.log(STEP)))
      answers[slot] = (answers[slot] ?? 0) + 1
      count += 1
    },
    serverTime: () => (time === null ? null : `${new Date(time).toISOString().slice(0, 19)}Z`),
    quota: () => (limit === null ? null : { remaining: limit.remaining, resetMs: Math.max(0, limit.resetAt - clock.now()) }),
    slowestMs() {
      let slower = 0
      for (let slot = CLASSES - 1; slot >= 0; slot -= 1) {
        slower += answers[slot] ?? 0
        if (slower > count / 1000) return Math.round(STEP ** slot)
      }
      return null
    },
  }
}
