// Hostile answers from a seed on, each given to the real client by itself (test/fuzz/answers).
// A failure names its own seed: `--seed THAT --count 1` shows it again.
import { parseArgs } from 'node:util'
import { judgeMany } from '../../test/fuzz/answers/judge.ts'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '5000000' } } })
const count = Number(values.count)
/** A night begins where no other night's seeds are. */
const from = Number(values.seed) * (count > 1 ? 10_000_000 : 1)
const seen: Record<string, number> = {}
let failed = 0
const PORTION = 50_000
for (let done = 0; done < count; done += PORTION) {
  const portion = await judgeMany(from + done, Math.min(PORTION, count - done), (error) => {
    failed += 1
    // Enough to work on; the rest is counted.
    if (failed <= 10) console.error(error instanceof Error ? error.message : error)
  })
  for (const [kind, times] of Object.entries(portion)) seen[kind] = (seen[kind] ?? 0) + times
  if ((done + PORTION) % 500_000 === 0) console.log(`  ${(done + PORTION).toLocaleString('en-GB')}: ${JSON.stringify(seen)}, ${failed} against the rule`)
}
const peak = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(`fuzz-answers: ${count.toLocaleString('en-GB')} answers from seed ${from}: ${JSON.stringify(seen)}, ${failed} against the rule; peak ${peak} MB`)
process.exitCode = failed === 0 && peak <= 600 ? 0 : 1
