// Child of bench/run.ts: the result of an import is saved from its journal, as by the window and the command line. Reports the peak of the
// whole process.
import '#node/tune-v8.ts'
import { rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { reportOf } from '#engine/runs/run-report.ts'
import { openJournal } from '#node/journal/open-journal.ts'
import { writeFix, writeReport } from '#node/report-files.ts'
import { report, startClock } from './measure.ts'

const [home = '', path = ''] = process.argv.slice(2)
rmSync(path, { force: true })
const seconds = startClock()
const journal = openJournal(home, 'command line')
const runs = journal.ok ? journal.value.runs() : journal
if (!journal.ok || !runs.ok) throw new Error('The journal cannot be opened')
const made = reportOf(journal.value, runs.value[0]?.id ?? '')
if (!made.ok) throw new Error(made.failure.message)
const readAt = seconds()
const written = await (basename(path).startsWith('fix') ? writeFix : writeReport)(made.value, path)
if (!written.ok) throw new Error(written.failure.message)
report({ seconds: seconds(), parts: { report: readAt, write: seconds() - readAt, megabytes: statSync(path).size / 1e6 }, rows: made.value.summary.rows })
journal.value.close()
