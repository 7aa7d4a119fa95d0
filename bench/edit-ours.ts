// Child of bench/run.ts: edits of one file that is open, as the window makes them, against checking everything again.
import '#node/tune-v8.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSession } from '#engine/session/open-session.ts'
import { changeRows, goTo } from '#engine/session/row-changes.ts'
import { closeSession, preparedOf, touch, type Session } from '#engine/session/session.ts'
import { reviewView } from '#engine/views/review-view.ts'
import { openHistory } from '#node/history/open-history.ts'
import { median } from './measure.ts'

const home = mkdtempSync(join(tmpdir(), 'onboarder-bench-home-'))
const opened = await openSession([{ path: process.argv[2] ?? '' }], home)
if (!opened.ok) throw new Error(opened.failure.message)
const session = opened.value
session.history = openHistory(join(home, 'histories', 'bench.sqlite'))
const headers = session.source.tables[0]?.headers ?? []
await preparedOf(session)

/** Milliseconds until the window has its answer: counters and kinds of problems. */
async function answered(work: (session: Session) => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work(session)
  reviewView(session, await preparedOf(session))
  return performance.now() - start
}

/** Far apart in the file, so that nothing is at hand. */
const rowsToEdit = Array.from({ length: 40 }, (_, at) => 2 + at * 2_000 + at)

async function edits(header: string, textFor: (at: number) => string): Promise<number> {
  const column = headers.indexOf(header)
  const times: number[] = []
  for (const [at, row] of rowsToEdit.entries()) {
    times.push(await answered((one) => changeRows(one, { kind: 'edit' }, { cells: [{ place: { table: 0, row, column }, text: textFor(at) }] })))
  }
  return median(times)
}

/** One after the other. */
async function collect(items: readonly unknown[], measure: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = []
  for (const _ of items) times.push(await measure())
  return times
}

const kinds = {
  name: await edits('Site name', (at) => `Edited site ${at}`),
  type: await edits('Customer type', () => 'FRIEND'),
  date: await edits('Site start date', () => '2024-02-29'),
  key: await edits('Account number', (at) => `EDITED-${at}`),
  undo: median(await collect(rowsToEdit, () => answered((one) => goTo(one, one.history?.back() ?? 0)))),
}
// Most cells of two columns changed, as by a fix or a paste: what is edited then is answered as soon as before.
const rows = session.source.tables[0]?.rows ?? []
const changed = await answered((one) => changeRows(one, { kind: 'edit' }, {
  cells: ['Site name', 'Site start date'].flatMap((header) => Array.from({ length: Math.min(50_000, rows.length) }, (_, at) => ({
    place: { table: 0, row: rows.at(at)?.row ?? 0, column: headers.indexOf(header) }, text: header === 'Site name' ? `Changed ${at}` : '2024-03-01',
  }))),
}))
const many = { manyName: await edits('Site name', (at) => `Edited again ${at}`), manyDate: await edits('Site start date', () => '2024-02-28'), manyKey: await edits('Account number', (at) => `AGAIN-${at}`) }
const full = median(await collect([1, 2, 3], () => answered(async (one) => touch(one))))
process.stdout.write(`${JSON.stringify({ kinds: { ...kinds, ...many }, changed, full })}\n`)
await closeSession(session)
rmSync(home, { recursive: true })
