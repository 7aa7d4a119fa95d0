import type { Failure } from '#core/model/result.ts'
import { exitCodeOf, type ExitCode } from './exit-codes.ts'

/** Results go to stdout, everything said along the way to stderr. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2))
}

/** One or two sentences and the exit code; with `--json` the failure as JSON on stdout as well. */
export function refuse(failure: Failure, json: boolean): ExitCode {
  say(`onboarder: ${failure.message}`)
  const exitCode = exitCodeOf(failure)
  if (json) printJson({ failure, exitCode })
  return exitCode
}

/** Text that came from a file or a server, safe on a terminal: control characters cannot move its cursor or forge a line. */
export function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is being looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '·')
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}
