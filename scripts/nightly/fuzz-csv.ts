// Delimited texts from a seed on, each read by our reader at several piece sizes and by a second parser (test/fuzz/csv).
// A failure names its own seed: `--seed THAT --count 1` shows it again.
import { parseArgs } from 'node:util'
import { compare, type Verdict } from '../../test/fuzz/csv/compare.ts'
import { makeText } from '../../test/fuzz/csv/make-text.ts'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '1000000' } } })
/** A night begins where no other night's seeds are. */
const from = Number(values.seed) * (Number(values.count) > 1 ? 10_000_000 : 1)
const count = Number(values.count)
const seen: Record<Verdict | 'failed', number> = { same: 0, refused: 0, unjudged: 0, failed: 0 }
for (let index = 0; index < count; index += 1) {
  try {
    seen[compare(makeText((from + index) >>> 0))] += 1
  } catch (error) {
    seen.failed += 1
    // Enough to work on; the rest is counted.
    if (seen.failed <= 10) console.error(error instanceof Error ? error.message : error)
  }
  if ((index + 1) % 100_000 === 0) console.log(`  ${(index + 1).toLocaleString('en-GB')}: ${JSON.stringify(seen)}`)
}
console.log(`fuzz-csv: ${count.toLocaleString('en-GB')} texts from seed ${from}: ${seen.same} the same, ${seen.refused} refused with a reason, ${seen.unjudged} that no parser can judge, ${seen.failed} silently different`)
process.exitCode = seen.failed === 0 ? 0 : 1
