import { fail, ok, type Result } from '#core/model/result.ts'
import type { Source } from '#core/model/source.ts'
import { sniffKind } from '#core/stages/parse/index.ts'
import { openFile, readFailure, type OpenFile } from './source-file/open-file.ts'
import { fileLimits, type ReadOptions } from './source-file/read-options.ts'
import { readText } from './source-file/read-text.ts'
import { refuseKind, refuseOle } from './source-file/refuse-kind.ts'
import { readWorkbook } from './xlsx/read-workbook.ts'

export type { ReadOptions } from './source-file/read-options.ts'

/**
 * A path to everything the file holds. What the file is, its bytes decide, never its name. Nothing is written, nothing is
 * unpacked to disk, and a file that changes while it is read is refused. Failures: `file-*`, `no-header`, `no-data-rows`,
 * `no-such-sheet`, `unclosed-quote`, `stopped`.
 */
export async function readSource(path: string, options: ReadOptions = {}): Promise<Result<Source>> {
  const opened = await openFile(path)
  if (!opened.ok) return opened
  const file = opened.value
  try {
    const read = await readByKind(file, options)
    if (await file.hasChanged()) {
      return fail('file-unreadable', `${file.name} was changed while it was being read. Save and close it in the other program, then choose it again.`)
    }
    return read
  } catch (error) {
    if (!isReadError(error)) throw error
    return readFailure(file.name, error)
  } finally {
    await file.handle.close()
  }
}

async function readByKind(file: OpenFile, options: ReadOptions): Promise<Result<Source>> {
  if (file.sizeBytes === 0) return fail('file-empty', `${file.name} is empty (0 bytes). If it was copied or downloaded, do that again.`)
  const head = Buffer.alloc(4096)
  const { bytesRead } = await file.handle.read(head, 0, head.length, 0)
  const kind = sniffKind(head.subarray(0, bytesRead))
  if (kind === 'text') {
    if (file.sizeBytes > fileLimits.textBytes) return tooLarge(file, '1 GB')
    return withNameNote(await readText(file, options), file.name, 'text')
  }
  if (kind !== 'zip' && kind !== 'ole') return refuseKind(file.name, kind)
  if (file.sizeBytes > fileLimits.workbookBytes) return tooLarge(file, '50 MB')
  const bytes = await file.handle.readFile()
  if (kind === 'ole') return refuseOle(file.name, bytes)
  return withNameNote(await readWorkbook({ name: file.name, bytes }, options), file.name, 'workbook')
}

function tooLarge(file: OpenFile, limit: string): Result<never> {
  return fail('file-too-large', `${file.name} is larger than ${limit}. Split it into smaller files, or save it as CSV.`)
}

/** Says so when the name promises another kind of file than the bytes hold. */
function withNameNote(read: Result<Source>, name: string, kind: 'text' | 'workbook'): Result<Source> {
  const ending = /\.(xlsx|xlsm|xls|csv|tsv|txt)$/i.exec(name)?.[0].toLowerCase() ?? ''
  const mismatch = kind === 'text' ? ending.startsWith('.xls') : ['.csv', '.tsv', '.txt'].includes(ending)
  if (!read.ok || !mismatch) return read
  const note = kind === 'text' ? `The name ends in ${ending}, but the file is delimited text and was read as such.` : `The name ends in ${ending}, but the file is an Excel workbook and was read as such.`
  const files = read.value.files.map((each) => ({ ...each, reading: { ...each.reading, findings: [{ about: 'file-kind', confidence: 1, evidence: note } as const, ...each.reading.findings] } }))
  return ok({ ...read.value, files })
}

function isReadError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
