import { join } from 'node:path'
import { interleave, runProgram } from './children.ts'
import { inFolder } from './in-folder.ts'
import { makeFile } from './make-file.ts'
import { medianCpu, medianPeak, medianSeconds } from './measure.ts'
import { markdown } from './table.ts'

const names = { 'result.xlsx': 'the result, as a workbook', 'result.csv': 'the result, as CSV', 'result.json': 'the result, as JSON', 'fix.xlsx': 'what is left to mend, as a workbook' } as const

/** Saving the result of an import from its journal. The journal is made first, a minute for 100,000 rows: every customer is synced to it. */
export async function benchResult({ rows, rounds }: { readonly rows: number; readonly rounds: number }): Promise<string> {
  return inFolder(async (folder) => {
    const file = join(folder, 'rows.csv')
    const home = join(folder, 'home')
    await makeFile(file, rows)
    await runProgram({ program: 'result-journal', args: [file, home] })
    const forms = Object.keys(names) as (keyof typeof names)[]
    const runs = await interleave(forms.map((name) => ({ program: 'result-ours', args: [home, join(folder, name)] })), rounds)
    return markdown(`Saving the result: ${rows} rows x 40 columns, medians of ${rounds} interleaved rounds`, ['what', 's', 'CPU s', 'peak MB', 'file MB'], forms.map((name, at) => {
      const measured = runs[at] ?? []
      return [names[name], medianSeconds(measured).toFixed(2), medianCpu(measured).toFixed(2), medianPeak(measured).toFixed(0), (measured[0]?.parts?.['megabytes'] ?? Number.NaN).toFixed(1)]
    }))
  })
}
