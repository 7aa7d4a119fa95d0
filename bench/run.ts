// npm run bench: prints figures as tables; compare ratios, not seconds. `npm run bench -- --help` says what can be set.
import { parseArgs } from 'node:util'
import { benchCsv } from './bench-csv.ts'
import { benchDryRun } from './bench-dry-run.ts'
import { benchEdit } from './bench-edit.ts'
import { benchPosting } from './bench-posting.ts'
import { benchResult } from './bench-result.ts'
import { benchSoak } from './bench-soak.ts'
import { benchXlsx } from './bench-xlsx.ts'
import { buildPrograms } from './children.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true }, rows: { type: 'string' }, rounds: { type: 'string', default: '3' }, 'default-heap': { type: 'boolean', default: false },
    limit: { type: 'string', default: '50' }, customers: { type: 'string' }, kills: { type: 'string', default: '30' }, help: { type: 'boolean', default: false },
  },
})
const rows = values.rows === undefined ? null : Number(values.rows)
const rounds = Number(values.rounds)

const benches = {
  csv: () => benchCsv({ sizes: rows === null ? [100_000, 1_000_000] : [rows], rounds }),
  xlsx: () => benchXlsx({ rows: rows ?? 100_000, rounds }),
  'dry-run': () => benchDryRun({ rows: rows ?? 100_000, rounds, withDefaultHeap: values['default-heap'] }),
  edit: () => benchEdit({ rows: rows ?? 100_000 }),
  result: () => benchResult({ rows: rows ?? 100_000, rounds }),
  soak: () => benchSoak({ customers: Number(values.customers ?? 50_000), kills: Number(values.kills) }),
  posting: () => benchPosting({ customers: Number(values.customers ?? 1_000), limit: Number(values.limit), rounds }),
}
const names = Object.keys(benches) as (keyof typeof benches)[]
/** An hour, perhaps: only when asked for. */
const wanted = names.filter((name) => values.only?.includes(name) ?? name !== 'soak')

if (values.help || wanted.length < (values.only?.length ?? 1)) {
  console.log(`npm run bench -- [--only ${names.join('|')}]... [--rows 100000] [--rounds 3] [--default-heap] [--limit 50] [--customers 1000, of the soak 50000] [--kills 30]
The dry run of a million rows: --only dry-run --rows 1000000 (the script gets a heap of 16 GB; with --default-heap it runs once more without).`)
  if (!values.help) process.exitCode = 2
} else {
  console.error('Building the measured programs into out/bench; they run in plain Node, each in a process of its own.')
  await buildPrograms()
  for (const name of wanted) console.log(await benches[name]())
}
