import { fail, type Result } from '#core/model/result.ts'
import type { FileKind } from '#core/stages/parse/index.ts'

/** Says what a file is that is no spreadsheet we read, and what to do. */
export function refuseKind(name: string, kind: Exclude<FileKind, 'text' | 'zip' | 'ole'>): Result<never> {
  return fail('file-kind-unsupported', `${name} is ${kinds[kind]}. ${advice}`)
}

export const advice = 'Open it in a spreadsheet program and save it as XLSX or CSV, then choose that file.'

const kinds: Readonly<Record<Exclude<FileKind, 'text' | 'zip' | 'ole'>, string>> = {
  pdf: 'a PDF document, not a spreadsheet',
  html: 'a web page (HTML), whatever its name says',
  'spreadsheet-xml': 'an Excel 2003 XML spreadsheet, which cannot be read',
  rtf: 'a text document (RTF), not a spreadsheet',
  image: 'a picture, not a spreadsheet',
  archive: 'a compressed archive; unpack it first',
  binary: 'neither a text file nor a spreadsheet',
}

/** An OLE container is an old Excel file, or a modern one that a password locks: then it holds a stream of this name. */
export function refuseOle(name: string, bytes: Buffer): Result<never> {
  if (bytes.includes(Buffer.from('EncryptionInfo', 'utf16le')) || bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return fail('file-encrypted', `${name} is locked with a password. Open it in Excel, remove the password (File, Info, Protect Workbook), save it and choose it again.`)
  }
  return fail('file-kind-unsupported', `${name} is an old Excel file (XLS) or another old Office file. ${advice}`)
}
