// One case, from the first import to the judge, in this process.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { PostEnd } from '#core/stages/post/index.ts'
import { inArena } from '../../kill/arena.ts'
import { importOnce } from '../../kill/child/import-once.ts'
import { createKiller } from '../../kill/child/killer.ts'
import type { Orders } from '../../kill/child/orders.ts'
import { tapDisk } from '../../kill/child/tap-disk.ts'
import { readEnding } from '../../kill/live.ts'
import { verdict } from '../../kill/verdict.ts'
import { stepsSent } from '../../wire/support/steps-sent.ts'
import type { Case, Manner, Told } from '../faults.ts'

/** The server loses and delays nothing here, so there is nothing to wait for. */
const SETTLE_MS = 30
const MOST_RESUMES = 4

const killer = createKiller(null)
const disk = tapDisk(killer, null)
const live = (orders: Orders): Promise<PostEnd> => importOnce({ orders, killer, disk, onProgress: () => undefined })

export function playFault({ customers, weakness, ...manner }: Told, nth: number): Promise<Case> {
  return inArena({ customers, weakness, settleMs: SETTLE_MS, requestsPerSecond: 5_000, writeDeadlineMs: 10_000 }, async ({ orders, readLedger }) => {
    armDisk(orders.folder, nth, manner)
    const first = await live(orders)
    const felt = disarmDisk()
    const wrong = isWellSaid(first, felt, manner) ? [] : [`it ended with ${JSON.stringify(first)}`]
    const intents = intentsOnDisk(orders.folder)
    const unwritten = new Set(stepsSent(await readLedger()).filter((step) => !intents.has(step)))
    let end = first
    for (let resumes = 0; resumes < MOST_RESUMES && (resumes === 0 || end.kind !== 'finished'); resumes += 1) end = await live(orders)
    wrong.push(...verdict({ ...readEnding(orders.folder), said: JSON.stringify(end), ledger: await readLedger() }, { customers, settleMs: SETTLE_MS, unwritten }))
    return { nth, felt, hasStopped: first.kind !== 'finished', wrong }
  })
}

function armDisk(folder: string, nth: number, { error, forEver }: Manner): void {
  Object.assign(process.env, { DISK_FELT: '', DISK_COUNT: '', DISK_NTH: String(nth), DISK_ERROR: String(constants.errno[error]), DISK_EVER: forEver ? '1' : '0', DISK_FOLDER: folder })
}

/** Answers the call that failed. */
function disarmDisk(): string {
  process.env['DISK_FOLDER'] = ''
  return process.env['DISK_FELT'] ?? ''
}

/** A broken disk is never called full, and a full one only where the system's word for it does not reach us. */
function isWellSaid(end: PostEnd, felt: string, { error }: Manner): boolean {
  if (end.kind === 'finished') return true
  if (end.failure.code === 'disk-full') return error === 'ENOSPC'
  return felt !== '' && end.failure.code === 'journal-unusable' && (error === 'EIO' || felt !== 'write')
}

/** Read in a copy: nothing is tidied up before the program resumes. */
function intentsOnDisk(folder: string): ReadonlySet<string> {
  const copy = mkdtempSync(join(tmpdir(), 'onboarder-copy-'))
  cpSync(folder, copy, { recursive: true, filter: (file) => file === folder || basename(file).startsWith('journal.sqlite') })
  const database = new DatabaseSync(join(copy, 'journal.sqlite'))
  try {
    const made = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'intents'").get() !== undefined
    return new Set(made ? (database.prepare('SELECT step FROM intents').all() as { readonly step: string }[]).map(({ step }) => step) : [])
  } finally {
    database.close()
    rmSync(copy, { recursive: true })
  }
}
