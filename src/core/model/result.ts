/**
 * A thing that may fail answers a Result: failures are values with a closed list of codes, because a thrown error loses its
 * fields on the way between processes. Bugs are thrown.
 */
export type Result<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure }

export const failureCodes = [
  // reading the file: exit 2
  'file-missing', 'file-unreadable', 'file-empty', 'file-too-large', 'file-encrypted', 'file-damaged', 'file-kind-unsupported',
  'no-header', 'no-data-rows', 'no-such-sheet', 'unclosed-quote', 'nothing-matched', 'reading-undecided',
  // usage: exit 2
  'bad-usage', 'bad-mapping', 'bad-address', 'plan-changed', 'not-confirmed', 'no-such-run', 'nothing-to-send',
  // stopped, resumable: exit 3
  'no-network', 'not-authorised', 'forbidden', 'server-unusable', 'disk-full', 'journal-unusable', 'already-running', 'stopped',
  // ours
  'cannot-write', 'internal',
] as const
export type FailureCode = (typeof failureCodes)[number]

export interface Failure {
  readonly code: FailureCode
  /** One or two sentences: what, where, and what to do. No stack, no secret, no personal data. */
  readonly message: string
}

export function ok<Value>(value: Value): Result<Value> {
  return { ok: true, value }
}

export function fail(code: FailureCode, message: string): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { code, message } }
}
