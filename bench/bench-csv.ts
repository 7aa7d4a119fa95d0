import { join } from 'node:path'
import { checkSame, interleave } from './children.ts'
import { inFolder } from './in-folder.ts'
import { makeFile } from './make-file.ts'
import { medianCpu, medianPeak, medianSeconds } from './measure.ts'
import { beside, markdown } from './table.ts'

const goals = { timesPapaparse: 1.2, peakMegabytes: 200 }

/** Reading delimited text, against papaparse's chunked stream and against reading and decoding alone. Answers a table for each size. */
export async function benchCsv({ sizes, rounds }: { readonly sizes: readonly number[]; readonly rounds: number }): Promise<string> {
  const tables: string[] = []
  for (const rows of sizes) tables.push(await inFolder((folder) => benchSize(join(folder, 'rows.csv'), rows, rounds)))
  return tables.join('\n')
}

async function benchSize(file: string, rows: number, rounds: number): Promise<string> {
  const { sizeBytes, columns } = await makeFile(file, rows)
  const [floor = [], papaparse = [], ours = []] = await interleave([{ program: 'csv-floor', args: [file] }, { program: 'csv-papaparse', args: [file] }, { program: 'csv-ours', args: [file] }], rounds)
  checkSame([papaparse, ours])
  const seconds = medianSeconds(papaparse)
  const line = (name: string, runs: typeof ours): readonly string[] => [
    name, medianSeconds(runs).toFixed(2),
    runs === ours ? beside({ figure: medianSeconds(runs) / seconds, goal: goals.timesPapaparse }) : (medianSeconds(runs) / seconds).toFixed(2),
    (medianSeconds(runs) / medianSeconds(floor)).toFixed(1), medianCpu(runs).toFixed(2), (medianCpu(runs) / medianCpu(papaparse)).toFixed(2),
    runs === ours ? beside({ figure: medianPeak(runs), goal: goals.peakMegabytes, digits: 0 }) : medianPeak(runs).toFixed(0),
  ]
  return markdown(
    `Delimited text: ${rows} rows x ${columns} columns, ${(sizeBytes / 1e6).toFixed(1)} MB, medians of ${rounds} interleaved rounds`,
    ['program', 's', 'x papaparse', 'x floor', 'CPU s', 'CPU x papaparse', 'peak MB'],
    [line('floor (read, decode, count lines)', floor), line('papaparse (chunked stream of decoded text)', papaparse), line('ours (readSource: rows, provenance, diagnostics)', ours)],
  )
}
