// Child of bench/run.ts: sends customers of one request each to a practice server, with the journal on disk, as an import does.
import '#node/tune-v8.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan } from '#core/model/plan.ts'
import type { Result } from '#core/model/result.ts'
import { executeRun, practiceSettings } from '#core/stages/post/index.ts'
import { systemClock } from '#node/clock.ts'
import { newHash } from '#node/hash.ts'
import { connect } from '#node/http/connect.ts'
import { openJournal } from '#node/journal/open-journal.ts'
import { startCost } from './measure.ts'
import { postUnits } from './post-units.ts'

const [baseUrl = '', count = '500', perSecond = '50', lanes = '4'] = process.argv.slice(2)

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

const units = postUnits(Number(count))
const plan: Plan = { hash: 'bench', units, counts: { createCustomer: units.length, createSite: 0, customers: units.length, sites: units.length, contacts: units.length } }
const login = { brand: 'practice', username: 'operator', password: 'practice' }
const folder = mkdtempSync(join(tmpdir(), 'onboarder-bench-'))
try {
  const journal = must(openJournal(folder))
  const api = must(await connect({ baseUrl, ...login }))
  const run = must(journal.createRun(plan, {
    fileName: 'bench.csv', fileSha256: '', baseUrl: api.baseUrl, brand: api.brand, username: api.username, practice: true,
    pace: { requestsPerSecond: Number(perSecond), lanes: Number(lanes) }, reportSource: ['{}'],
  }))
  const log = must(journal.hold(run.id))
  const cost = startCost()
  const end = await executeRun({ log, api, clock: systemClock, random: Math.random, newHash, settings: practiceSettings, onProgress: ({ created }) => cost.note(2 * created) }).done
  cost.say()
  log.release()
  api.close()
  journal.close()
  if (end.kind !== 'finished') throw new Error(end.failure.message)
} finally {
  rmSync(folder, { recursive: true })
}
