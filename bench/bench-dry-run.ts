import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from './children.ts'
import { makeFile } from './make-file.ts'
import { type Measured, median } from './measure.ts'

/** Our dry run and the script, one after the other, round after round: what slows the machine slows both. Answers a table. */
export async function benchDryRun({ rows, rounds }: { readonly rows: number; readonly rounds: number }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onboarder-bench-'))
  try {
    const file = join(folder, 'rows.csv')
    const { sizeBytes, columns } = await makeFile(file, rows)
    const script: Measured[] = []
    const ours: Measured[] = []
    for (let round = 0; round < rounds; round += 1) {
      script.push(await measure('dry-run-script', file))
      ours.push(await measure('dry-run-ours', file))
    }
    checkSameFile([...script, ...ours])
    return renderTable({ rows, columns, rounds, sizeBytes, script, ours })
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measure(program: 'dry-run-ours' | 'dry-run-script', file: string): Promise<Measured> {
  const measured = await runProgram(program, file) as Measured
  console.error(`  ${program}: ${measured.seconds.toFixed(2)} s, ${measured.peakMegabytes.toFixed(0)} MB`)
  return measured
}

/** Both must have seen the same rows and customers and found the damaged cells, or the comparison means nothing. */
function checkSameFile(runs: readonly Measured[]): void {
  if (runs.some(({ errors }) => errors === 0)) throw new Error('A program found no error in a damaged file')
  if (new Set(runs.map(({ rows, customers }) => `${rows} ${customers}`)).size > 1) throw new Error('The two programs did not read the same rows and customers')
}

interface Results {
  readonly rows: number
  readonly columns: number
  readonly rounds: number
  readonly sizeBytes: number
  readonly script: readonly Measured[]
  readonly ours: readonly Measured[]
}

function renderTable({ rows, columns, rounds, sizeBytes, script, ours }: Results): string {
  const time = (runs: readonly Measured[]): number => median(runs.map(({ seconds }) => seconds))
  const memory = (runs: readonly Measured[]): number => median(runs.map(({ peakMegabytes }) => peakMegabytes))
  const part = (runs: readonly Measured[], name: string): string => median(runs.map(({ parts }) => parts[name] ?? 0)).toFixed(2)
  const line = (name: string, runs: readonly Measured[]): string => {
    return `| ${name} | ${time(runs).toFixed(2)} | ${(time(runs) / time(script)).toFixed(2)} | ${part(runs, 'read')} + ${part(runs, 'rest')} | ${memory(runs).toFixed(0)} | ${(memory(runs) / memory(script)).toFixed(2)} |`
  }
  return [
    `### Dry run: ${rows} rows x ${columns} columns, ${(sizeBytes / 1e6).toFixed(1)} MB, medians of ${rounds} interleaved rounds`, '',
    '| program | s | x script | read + rest, s | peak MB | x script |', '|---|---|---|---|---|---|',
    line('script (papaparse whole file, zod per row, group)', script), line('ours (readSource, matchColumns, prepare)', ours), '',
  ].join('\n')
}
