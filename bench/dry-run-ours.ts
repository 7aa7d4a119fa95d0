// Child of bench/run.ts: our dry run of one file. The clock starts when everything is loaded.
import '#node/tune-memory.ts'
import { noReference } from '#core/model/reference.ts'
import { prepare } from '#core/pipeline.ts'
import { matchColumns } from '#core/stages/map/index.ts'
import { newHash } from '#node/hash.ts'
import { readSource } from '#node/read-source.ts'
import { report, startClock } from './measure.ts'

const seconds = startClock()
const source = await readSource(process.argv[2] ?? '')
if (!source.ok) throw new Error(source.failure.message)
const readAt = seconds()
const prepared = prepare({
  source: source.value, mapping: matchColumns(source.value.tables), edits: new Map(), excluded: new Set(), reference: noReference,
  options: { skipExisting: false }, newHash,
})
const { counts } = prepared
report({ seconds: seconds(), parts: { read: readAt, rest: seconds() - readAt }, rows: counts.rows, customers: counts.customers, errors: counts.errors })
