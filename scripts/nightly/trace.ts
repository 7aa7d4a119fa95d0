// Requests that create, traced from outside (test/trace), until so many have been seen: each must leave after its intent was synced.
import { parseArgs } from 'node:util'
import { buildChild } from '../../test/kill/build-child.ts'
import { traceRun } from '../../test/trace/trace-run.ts'
import { ensureStrace } from '../../test/trace/traced.ts'

const { values } = parseArgs({ options: { seed: { type: 'string' }, count: { type: 'string', default: '20000' } } })
const count = Number(values.count)
ensureStrace()
const child = await buildChild()
let posts = 0
let violations = 0
try {
  while (posts < count) {
    const seen = await traceRun(child.path, Math.ceil(Math.min(count - posts, 1_500) / 1.5), null)
    posts += seen.posts
    violations += seen.violations.length
    for (const violation of seen.violations.slice(0, 5)) console.error(violation)
    console.log(`  ${posts.toLocaleString('en-GB')} requests, ${violations} violations`)
  }
} finally {
  child.remove()
}
console.log(`trace: ${posts.toLocaleString('en-GB')} requests, ${violations} violations`)
process.exitCode = violations === 0 ? 0 : 1
