import { join } from 'node:path'
import { checkSame, interleave } from './children.ts'
import { inFolder } from './in-folder.ts'
import { benchRows } from './make-file.ts'
import { makeWorkbook, type StringKind } from './make-workbook.ts'
import { medianCpu, medianPeak, medianSeconds } from './measure.ts'
import { beside, markdown } from './table.ts'

const goals = { timesExceljs: 0.4, timesFloor: 5, peakMegabytes: { inline: 250, shared: 350 } }

/** Reading workbooks, against exceljs's streaming reader and against inflating and decoding alone. Answers two tables. */
export async function benchXlsx({ rows, rounds }: { readonly rows: number; readonly rounds: number }): Promise<string> {
  const tables: string[] = []
  for (const strings of ['inline', 'shared'] as const) tables.push(await inFolder((folder) => benchKind(join(folder, 'rows.xlsx'), { strings, rows, rounds })))
  return tables.join('\n')
}

async function benchKind(file: string, { strings, rows, rounds }: { readonly strings: StringKind; readonly rows: number; readonly rounds: number }): Promise<string> {
  const { sizeBytes } = await makeWorkbook(file, strings, benchRows(rows))
  const [floor = [], exceljs = [], ours = []] = await interleave([{ program: 'xlsx-floor', args: [file] }, { program: 'xlsx-exceljs', args: [file] }, { program: 'xlsx-ours', args: [file] }], rounds)
  checkSame([exceljs, ours])
  const [ofFloor, ofExceljs, ofOurs] = [medianSeconds(floor), medianSeconds(exceljs), medianSeconds(ours)]
  const cpu = (runs: typeof ours): readonly string[] => [medianCpu(runs).toFixed(2), (medianCpu(runs) / medianCpu(exceljs)).toFixed(2)]
  return markdown(
    `Workbook, ${strings} strings: ${rows} rows x 40 columns, ${(sizeBytes / 1e6).toFixed(1)} MB, medians of ${rounds} interleaved rounds`,
    ['program', 's', 'x exceljs', 'x floor', 'CPU s', 'CPU x exceljs', 'peak MB'],
    [
      ['floor (inflate, decode, count rows)', ofFloor.toFixed(2), (ofFloor / ofExceljs).toFixed(2), '1.0', ...cpu(floor), medianPeak(floor).toFixed(0)],
      ['exceljs (WorkbookReader)', ofExceljs.toFixed(2), '1.00', (ofExceljs / ofFloor).toFixed(1), ...cpu(exceljs), medianPeak(exceljs).toFixed(0)],
      [
        'ours (readSource: rows, provenance, diagnostics)', ofOurs.toFixed(2), beside({ figure: ofOurs / ofExceljs, goal: goals.timesExceljs }),
        beside({ figure: ofOurs / ofFloor, goal: goals.timesFloor, digits: 1 }), ...cpu(ours), beside({ figure: medianPeak(ours), goal: goals.peakMegabytes[strings], digits: 0 }),
      ],
    ],
  )
}
