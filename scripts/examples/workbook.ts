import Excel from 'exceljs'
import type { Table } from './table.ts'

/** A workbook of text cells whose bytes depend on the table only. */
export async function renderWorkbook({ headers, records }: Table): Promise<Uint8Array> {
  const workbook = new Excel.Workbook()
  workbook.created = new Date(Date.UTC(2026, 0, 1))
  workbook.modified = workbook.created
  workbook.creator = 'Elevate Onboarder'
  workbook.lastModifiedBy = workbook.creator
  const sheet = workbook.addWorksheet('Customers', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = headers.map((header) => ({ width: Math.max(header.length + 2, 14), style: { numFmt: '@' } }))
  sheet.addRow(headers).font = { bold: true }
  // An empty cell is left out rather than written as an empty text.
  for (const cells of records) sheet.addRow(cells.map((cell) => (cell === '' ? undefined : cell)))
  return stopZipClock(new Uint8Array(await workbook.xlsx.writeBuffer()))
}

const midnight1980 = 0x00_21_00_00

/** Sets the time of every entry of a ZIP to the first one the format knows: exceljs writes the time of day there. */
function stopZipClock(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.byteLength - 22
  if (view.getUint32(end, true) !== 0x06_05_4B_50) throw new Error('The workbook does not end as a ZIP without comment does')
  let entry = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    view.setUint32(entry + 12, midnight1980, true)
    view.setUint32(view.getUint32(entry + 42, true) + 10, midnight1980, true)
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
  }
  return bytes
}
