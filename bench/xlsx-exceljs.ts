// Child of bench/run.ts: exceljs's streaming reader, every cell touched. It also decodes accents wrongly now and then.
import ExcelJS from 'exceljs'
import { report, startClock } from './measure.ts'

const seconds = startClock()
const reader = new ExcelJS.stream.xlsx.WorkbookReader(process.argv[2] ?? '', { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore' })
let rows = -1
let cells = 0
for await (const sheet of reader) {
  for await (const row of sheet) {
    rows += 1
    if (rows > 0) row.eachCell(({ value }) => { if (value !== null && value !== '') cells += 1 })
  }
}
report({ seconds: seconds(), rows, cells })
