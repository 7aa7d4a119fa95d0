import { join } from 'node:path'
import { checkSame, interleave, type Run } from './children.ts'
import { inFolder } from './in-folder.ts'
import { makeFile } from './make-file.ts'
import { median, medianCpu, medianPeak, medianSeconds, type Measured } from './measure.ts'
import { beside, markdown } from './table.ts'

interface Goals { readonly timesScript: number; readonly peakMegabytes: number }
const usual: Goals = { timesScript: 0.75, peakMegabytes: 250 }
const million: Goals = { timesScript: 0.5, peakMegabytes: 400 }
const timesHundredThousand = 12

/** The script keeps the whole file as objects: a million rows need more heap than Node takes by itself. */
const largeHeap = ['--max-old-space-size=16384']

export interface DryRunSettings {
  readonly rows: number
  readonly rounds: number
  /** A million rows: the script also with the heap that Node takes by itself, which takes minutes. */
  readonly withDefaultHeap: boolean
}

/** Our dry run, staged on disk, and the script that an engineer would write. Answers a table. */
export async function benchDryRun({ rows, rounds, withDefaultHeap }: DryRunSettings): Promise<string> {
  return inFolder(async (folder) => {
    const isMillion = rows >= 1_000_000
    const file = join(folder, 'rows.csv')
    const small = join(folder, 'small.csv')
    const { sizeBytes, columns } = await makeFile(file, rows)
    if (isMillion) await makeFile(small, 100_000)
    const runs: readonly Run[] = [
      { program: 'dry-run-script', args: [file], nodeOptions: isMillion ? largeHeap : [] },
      { program: 'dry-run-ours', args: [file] },
      ...(isMillion ? [{ program: 'dry-run-ours', args: [small] } as const] : []),
      ...(withDefaultHeap ? [{ program: 'dry-run-script', args: [file] } as const] : []),
    ]
    const results = await interleave(runs, rounds)
    const [script = [], ours = []] = results
    const oursSmall = isMillion ? results[2] ?? [] : null
    const defaultHeap = withDefaultHeap ? results.at(-1) ?? [] : null
    checkSame([script, ours, ...(defaultHeap === null ? [] : [defaultHeap])])
    if (results.flat().some(({ errors }) => errors === 0)) throw new Error('A program found no error in a damaged file')
    return renderTable({
      title: `Dry run: ${rows} rows x ${columns} columns, ${(sizeBytes / 1e6).toFixed(1)} MB, medians of ${rounds} interleaved rounds`,
      goals: isMillion ? million : usual, script, ours, oursSmall, defaultHeap,
    })
  })
}

interface Results {
  readonly title: string
  readonly goals: Goals
  readonly script: readonly Measured[]
  readonly ours: readonly Measured[]
  readonly oursSmall: readonly Measured[] | null
  readonly defaultHeap: readonly Measured[] | null
}

function renderTable({ title, goals, script, ours, oursSmall, defaultHeap }: Results): string {
  const part = (runs: readonly Measured[], name: string): string => median(runs.map(({ parts = {} }) => parts[name] ?? 0)).toFixed(2)
  const line = (name: string, runs: readonly Measured[]): readonly string[] => {
    const times = medianSeconds(runs) / medianSeconds(script)
    const [ratio, peak] = runs === ours
      ? [beside({ figure: times, goal: goals.timesScript }), beside({ figure: medianPeak(runs), goal: goals.peakMegabytes, digits: 0 })]
      : [times.toFixed(2), medianPeak(runs).toFixed(0)]
    return [name, medianSeconds(runs).toFixed(2), ratio, `${part(runs, 'read')} + ${part(runs, 'rest')}`, medianCpu(runs).toFixed(2), (medianCpu(runs) / medianCpu(script)).toFixed(2), peak]
  }
  const table = markdown(title, ['program', 's', 'x script', 'read + rest, s', 'CPU s', 'CPU x script', 'peak MB'], [
    line('script (papaparse whole file, zod per row, group)', script),
    ...(defaultHeap === null ? [] : [line('the script, with the heap Node takes by itself', defaultHeap)]),
    line('ours (read, staged on disk, matched, prepared)', ours),
  ])
  if (oursSmall === null) return table
  return `${table}\nTime over that of 100,000 rows: ${beside({ figure: medianSeconds(ours) / medianSeconds(oursSmall), goal: timesHundredThousand, digits: 1 })}\n`
}
