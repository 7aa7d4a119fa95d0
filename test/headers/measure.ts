// `npx tsx test/headers/measure.ts [train|check|all] [folder]`: the figures, the reliability of the confidences, and each miss.
import { pathToFileURL } from 'node:url'
import { formatTarget } from '#core/model/mapping.ts'
import { judgeRow, readLabelSet, reliability, scoreLine, scoreOf } from './label-set.ts'
import type { Judged } from './label-set.ts'

const [part = 'all', folder] = process.argv.slice(2)
const rows = readLabelSet(folder === undefined ? undefined : pathToFileURL(`${folder}/`))
const parts = (['train', 'check'] as const).filter((name) => part === 'all' || part === name)

for (const name of parts) {
  const judged = rows.filter((row) => row.part === name).flatMap(judgeRow)
  process.stdout.write(`${scoreLine(name, scoreOf(judged))}\n`)
  for (const { from, to, count, mean, right } of reliability(judged)) {
    process.stdout.write(`  confidence ${from.toFixed(2)} to ${to.toFixed(2)}: ${String(count).padStart(4)} proposals, mean ${mean.toFixed(2)}, right ${right.toFixed(2)}\n`)
  }
  for (const verdict of ['wrong', 'missed'] as const) {
    for (const one of judged.filter((other) => other.verdict === verdict)) process.stdout.write(`  ${verdict}: ${describe(one)}\n`)
  }
}

function describe({ row, column, match }: Judged): string {
  const proposed = match.target === null ? 'none' : formatTarget(match.target)
  return `[${row.product}] "${column.header}" (${column.samples.slice(0, 2).join(' | ')}) is ${JSON.stringify(column.label)}, proposed ${proposed} at ${match.confidence}: ${match.reason}`
}
