// Child of bench/run.ts: our dry run of one file, rows and findings on disk, as the window and the command line do it. The clock
// starts when everything is loaded.
import '#node/tune-v8.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSession } from '#engine/session/open-session.ts'
import { closeSession, preparedOf } from '#engine/session/session.ts'
import { report, startClock } from './measure.ts'

const home = mkdtempSync(join(tmpdir(), 'onboarder-bench-home-'))
const seconds = startClock()
const session = await openSession([{ path: process.argv[2] ?? '' }], home)
if (!session.ok) throw new Error(session.failure.message)
const readAt = seconds()
const { counts } = await preparedOf(session.value)
report({ seconds: seconds(), parts: { read: readAt, rest: seconds() - readAt }, rows: counts.rows, customers: counts.customers, errors: counts.errors })
await closeSession(session.value)
rmSync(home, { recursive: true })
