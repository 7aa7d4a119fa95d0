// Child of bench/run.ts: a data folder with the journal of one import of a file, every customer created, as it is when the result is saved.
import '#node/tune-v8.ts'
import { openSession } from '#engine/session/open-session.ts'
import { closeSession, preparedOf } from '#engine/session/session.ts'
import { writeReportSource } from '#engine/runs/report-source.ts'
import { openJournal } from '#node/journal/open-journal.ts'
import type { Result } from '#core/model/result.ts'

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

const [file = '', home = ''] = process.argv.slice(2)
const session = must(await openSession([{ path: file }], home))
const prepared = await preparedOf(session)
const journal = must(openJournal(home, 'command line'))
const run = must(journal.createRun({ ...prepared.plan, units: prepared.units() }, {
  fileName: session.source.file, fileSha256: session.source.sha256, baseUrl: 'http://127.0.0.1:9/v1', brand: 'bench', username: 'bench', practice: true,
  pace: { requestsPerSecond: 10, lanes: 4 }, reportSource: writeReportSource(session, prepared),
}))
const log = must(journal.hold(run.id))
for (const ordinal of must(log.pending())) {
  const { unit } = must(log.unit(ordinal))
  const siteIds = Object.fromEntries(unit.siteReferences.map((reference, at) => [reference, `${ordinal}${at}`]))
  must(log.markReceipt(ordinal, { customer: unit.customer, outcome: 'created', reason: null, customerId: String(1_000_000 + ordinal), siteIds, attempts: 2 }))
}
must(log.finish(null))
log.release()
journal.close()
await closeSession(session)
process.stdout.write(`${JSON.stringify({ customers: run.customers })}\n`)
