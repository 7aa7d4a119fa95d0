// npm run bench: prints figures as tables; compare ratios, not seconds. `npm run bench -- --help` says what can be set.
import { parseArgs } from 'node:util'
import { benchDryRun } from './bench-dry-run.ts'
import { benchPosting } from './bench-posting.ts'
import { buildPrograms } from './children.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' }, rows: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' },
    requests: { type: 'string', default: '500' }, limit: { type: 'string', default: '50' }, help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  console.log('npm run bench -- [--only dry-run|posting] [--rows 100000] [--rounds 3] [--requests 500] [--limit 50]')
} else {
  console.error('Building the measured programs into out/bench; they run in plain Node, each in a process of its own.')
  await buildPrograms()
  if (values.only !== 'posting') console.log(await benchDryRun({ rows: Number(values.rows), rounds: Number(values.rounds) }))
  if (values.only !== 'dry-run') console.log(await benchPosting({ requests: Number(values.requests), limit: Number(values.limit) }))
}
