// The journal's disk fails at each call of imports of several sizes, in every manner (test/disk); `--count` customers in the largest.
import { parseArgs } from 'node:util'
import { manners, nameOf } from '../../test/disk/faults.ts'
import { buildProgram, playEveryCall } from '../../test/disk/play-faults.ts'

const { values } = parseArgs({ options: { seed: { type: 'string' }, count: { type: 'string', default: '40' } } })
const largest = Number(values.count)
const program = await buildProgram()
let failed = 0
try {
  for (const customers of [1, Math.ceil(largest / 15), Math.ceil(largest / 3), largest]) {
    for (const manner of manners) {
      const cases = await playEveryCall(program, { ...manner, customers }, 6)
      const wrong = cases.flatMap((each) => each.wrong.map((sentence) => `${customers} customers, ${nameOf(manner)} at call ${each.nth} (${each.felt}): ${sentence}`))
      for (const sentence of wrong) console.error(sentence)
      failed += wrong.length
      console.log(`disk: ${customers} customers, ${nameOf(manner)}: ${cases.length} imports, ${cases.filter(({ hasStopped }) => hasStopped).length} stopped, ${wrong.length} violations`)
    }
  }
} finally {
  program.remove()
}
process.exitCode = failed === 0 ? 0 : 1
