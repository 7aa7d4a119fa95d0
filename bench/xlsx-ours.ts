// Child of bench/run.ts: a workbook as the product reads it, into a sink that keeps nothing.
import '#node/tune-v8.ts'
import { readSource } from '#node/read-source.ts'
import { newCountingSink } from './counting-sink.ts'
import { report, startClock } from './measure.ts'

const seconds = startClock()
const { newSink, count } = newCountingSink()
const source = await readSource(process.argv[2] ?? '', { newSink })
if (!source.ok) throw new Error(source.failure.message)
if (source.value.questions.length > 0) throw new Error('The file of the bench must leave nothing open')
report({ seconds: seconds(), rows: count.rows, cells: count.cells })
