import type { Command } from 'commander'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { RunPace } from '#core/ports-journal.ts'

export interface PaceOptions {
  readonly rate?: string
  readonly lanes?: string
}

// Low by default: no limit is published (elevate-api.md section 9).
const defaultPace: RunPace = { requestsPerSecond: 10, lanes: 4 }

/** `isStart`: without them the low pace of a new run holds; else that of the run. */
export function withPaceOptions(command: Command, isStart = true): Command {
  return command
    .option('--rate <number>', `requests per second, 0.1 to 200${isStart ? ` (${defaultPace.requestsPerSecond})` : ''}`)
    .option('--lanes <number>', `customers worked on at once, 1 to 8${isStart ? ` (${defaultPace.lanes})` : ''}`)
}

/** `before`: what holds where nothing is said. */
export function paceOf(options: PaceOptions, before: RunPace = defaultPace): Result<RunPace> {
  const requestsPerSecond = options.rate === undefined ? before.requestsPerSecond : Number(options.rate)
  const lanes = options.lanes === undefined ? before.lanes : Number(options.lanes)
  if (!(requestsPerSecond >= 0.1 && requestsPerSecond <= 200)) return fail('bad-usage', '--rate takes a number of requests per second from 0.1 to 200.')
  if (!Number.isInteger(lanes) || lanes < 1 || lanes > 8) return fail('bad-usage', '--lanes takes a whole number from 1 to 8.')
  return ok({ requestsPerSecond, lanes })
}
