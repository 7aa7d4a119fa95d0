import { type FileHandle, open } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Report } from '#core/model/report.ts'
import { type Result, fail, ok } from '#core/model/result.ts'
import { fixSheets, renderReportCsv, renderReportJson } from '#core/stages/report/index.ts'
import { replaceFile } from './replace-file.ts'

export { renderReportJson }

/** Text is gathered to about this many characters before it goes to the disk. */
const bufferCharacters = 256 * 1024

/**
 * Writes the report in the form its name asks for: .xlsx, .csv or .json. The file is there whole or not at all.
 * Fails with `bad-usage` (another ending), `disk-full` or `cannot-write`.
 */
export async function writeReport(report: Report, path: string): Promise<Result<{ readonly path: string }>> {
  switch (extname(path).toLowerCase()) {
    case '.xlsx': return await replaceFile(path, (temporary) => writeWorkbook(report, temporary))
    case '.csv': return await replaceFile(path, (temporary) => writePieces(temporary, renderReportCsv(report)))
    case '.json': return await replaceFile(path, (temporary) => writePieces(temporary, renderReportJson(report)))
    default: return fail('bad-usage', `A report is written as .xlsx, .csv or .json: give ${path} one of these endings.`)
  }
}

// Loaded when it is needed: the workbook writer would double the time every command takes to start.
async function writeWorkbook(report: Report, path: string): Promise<void> {
  const { writeResultWorkbook } = await import('./write-workbook.ts')
  await writeResultWorkbook(report, path)
}

/**
 * Writes the workbook of what is left to mend; it goes back into an import as it is. Null: every customer is finished, and nothing was
 * written. Fails as `writeReport` does.
 */
export async function writeFix(report: Report, path: string): Promise<Result<{ readonly path: string } | null>> {
  if (extname(path).toLowerCase() !== '.xlsx') return fail('bad-usage', `What is left to mend is written as a workbook: give ${path} the ending .xlsx.`)
  if (fixSheets(report).length === 0) return ok(null)
  const { writeFixWorkbook } = await import('./write-workbook.ts')
  return await replaceFile(path, (temporary) => writeFixWorkbook(report, temporary))
}

async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await writeAll(file, pieces)
  } finally {
    await file.close()
  }
}

async function writeAll(file: FileHandle, pieces: Iterable<string>): Promise<void> {
  let gathered = ''
  for (const piece of pieces) {
    gathered += piece
    if (gathered.length < bufferCharacters) continue
    await file.writeFile(gathered)
    gathered = ''
  }
  await file.writeFile(gathered)
}
