import type { Failure } from '#core/model/result.ts'
import { exitCodeOf, type ExitCode } from './exit-codes.ts'
import { questionText, type Undecided } from './reading-questions.ts'

export { plain } from './plain.ts'

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

/** What is too large for one text. */
export function printPieces(pieces: Iterable<string>): void {
  for (const piece of pieces) process.stdout.write(piece)
}

const widthWithoutTerminal = 100

/** In characters. */
export function terminalWidth({ columns }: { readonly columns?: number }): number {
  return columns ?? widthWithoutTerminal
}

/** One or two sentences and the exit code; with `--json` the failure as JSON on stdout as well. What reading left open is shown. */
export function refuse(failure: Failure | Undecided, json: boolean): ExitCode {
  say(`onboarder: ${failure.message}`)
  if ('questions' in failure) say(`\n${questionText(failure.questions, terminalWidth(process.stderr))}`)
  const exitCode = exitCodeOf(failure)
  if (json) printJson({ failure, exitCode })
  return exitCode
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}
