// A run in a process of its own, to be killed: `tsx run-child.ts <url> <folder> <run id>`.
import { executeRun } from '#core/stages/post/index.ts'
import { systemClock } from '#node/clock.ts'
import { newHash } from '#node/hash.ts'
import { connect } from '#node/http/connect.ts'
import { openJournal } from '#node/journal/open-journal.ts'
import { credentials, fast, must } from './run.ts'

const [, , baseUrl = '', folder = '', id = ''] = process.argv
const api = must(await connect({ ...credentials, baseUrl, deadlineMs: { write: 400, read: 2_000 } }))
const log = must(must(openJournal(folder)).hold(id))
const { done } = executeRun({ log, api, clock: systemClock, random: Math.random, newHash, settings: fast, onProgress: ({ created }) => process.stdout.write(`${created}\n`) })
const end = await done
process.stdout.write(`${JSON.stringify(end)}\n`)
process.exit(end.kind === 'finished' ? 0 : 3)
