import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Failure } from '#core/model/result.ts'
import { fail } from '#core/model/result.ts'

/** A damaged journal is moved out of the way as it is, so that it can be looked into; the next start begins a new one. */
export function setAside(folder: string, what: string): Failure {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-')
  const name = `journal-damaged-${stamp}.sqlite`
  for (const ending of ['', '-wal', '-shm']) {
    const file = join(folder, `journal.sqlite${ending}`)
    if (existsSync(file)) renameSync(file, join(folder, `${name}${ending}`))
  }
  return fail('journal-unusable', `The journal is damaged (${what}). It was set aside unchanged as ${name} in the data folder ${folder}, and nothing is sent from it. Start again with a new journal and import the file once more: customers that are there already are found by looking them up, and not sent twice.`).failure
}
