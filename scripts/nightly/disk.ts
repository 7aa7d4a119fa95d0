// The journal's disk fails at every place of a whole import in every manner (test/disk); `--count` places at most, from a seed on.
import { parseArgs } from 'node:util'
import { atOnce } from '../../test/kill/at-once.ts'
import { buildChild } from '../../test/kill/build-child.ts'
import { everyFault } from '../../test/disk/faults.ts'
import { countCalls, runWithFault } from '../../test/disk/run-with-fault.ts'
import { ensureStrace } from '../../test/trace/traced.ts'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '0' }, count: { type: 'string', default: '4000' }, customers: { type: 'string', default: '20' } } })
const customers = Number(values.customers)
ensureStrace()
const child = await buildChild()
try {
  const all = everyFault(await countCalls(child.path, customers))
  const from = Number(values.seed) % all.length
  const faults = [...all.slice(from), ...all.slice(0, from)].slice(0, Number(values.count))
  let done = 0
  const ended = await atOnce(faults, 3, async (fault) => {
    const result = await runWithFault(child.path, customers, fault)
    for (const sentence of result.wrong) console.error(sentence)
    if (++done % 200 === 0) console.log(`  ${done} of ${faults.length}`)
    return result
  })
  const wrong = ended.filter((each) => each.wrong.length > 0).length
  console.log(`disk: ${faults.length} of ${all.length} faults in an import of ${customers} customers, ${ended.filter(({ stopped }) => stopped !== null).length} stopped it, ${wrong} with violations`)
  process.exitCode = wrong === 0 ? 0 : 1
} finally {
  child.remove()
}
