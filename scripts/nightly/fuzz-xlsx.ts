// Hostile workbooks from a seed on: right, or refused with a name, within 2 s and 300 MB (test/fuzz/xlsx).
// A failure names its own seed: `--seed THAT --count 1` shows it again.
import { parseArgs } from 'node:util'
import { judge, nightlyLimitMs, type Verdict } from '../../test/fuzz/xlsx/judge.ts'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '100000' } } })
const count = Number(values.count)
/** A night begins where no other night's seeds are. */
const from = Number(values.seed) * (count > 1 ? 10_000_000 : 1)
const seen: Record<Verdict | 'failed', number> = { right: 0, read: 0, refused: 0, failed: 0 }
for (let index = 0; index < count; index += 1) {
  try {
    seen[await judge((from + index) >>> 0, nightlyLimitMs)] += 1
  } catch (error) {
    seen.failed += 1
    // Enough to work on; the rest is counted.
    if (seen.failed <= 10) console.error(error instanceof Error ? error.stack ?? error.message : error, `seed ${(from + index) >>> 0}`)
  }
  if ((index + 1) % 10_000 === 0) console.log(`  ${(index + 1).toLocaleString('en-GB')}: ${JSON.stringify(seen)}`)
}
const peak = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(`fuzz-xlsx: ${count.toLocaleString('en-GB')} workbooks from seed ${from}: ${seen.right} right, ${seen.read} read as their XML says, ${seen.refused} refused with a name, ${seen.failed} against the rule; peak ${peak} MB`)
process.exitCode = seen.failed === 0 && peak <= 300 ? 0 : 1
