import { randomBytes } from 'node:crypto'

/**
 * A bug of ours, logged once under a reference. Only the name of the call, the error's class and the code's own places go to the
 * log: an error's message may quote a customer's data.
 */
export function reportBug(name: string, error: unknown): string {
  const reference = randomBytes(4).toString('hex')
  const kind = error instanceof Error ? error.name : typeof error
  const places = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 6).join('\n') : ''
  process.stderr.write(`bug ${reference} in ${name}: ${kind}\n${places}\n`)
  return reference
}
