import { advice } from '../source-file/refuse-kind.ts'
import { Refusal } from './refusal.ts'
import { findPart, type Container } from './open-container.ts'

const others: readonly (readonly [part: string, what: string])[] = [
  ['xl/workbook.bin', 'is a binary Excel workbook (XLSB), which cannot be read'],
  ['Index/Document.iwa', 'is an Apple Numbers document, which cannot be read'],
  ['Index.zip', 'is an Apple Numbers document, which cannot be read'],
  ['word/document.xml', 'is a Word document, not a spreadsheet'],
  ['ppt/presentation.xml', 'is a presentation, not a spreadsheet'],
  ['META-INF/manifest.xml', 'is an OpenDocument file (ODS), which cannot be read'],
]

/** Many kinds of file are ZIP archives: names the ones that are no XLSX, by the parts they hold. */
export function refuseOtherContainers(container: Container): void {
  const other = others.find(([part]) => findPart(container, part) !== undefined)
  if (other !== undefined) throw new Refusal('file-kind-unsupported', `${other[1]}. ${advice}`)
  if (findPart(container, '[Content_Types].xml') === undefined || findPart(container, '_rels/.rels') === undefined) {
    throw new Refusal('file-kind-unsupported', 'is a ZIP archive without a workbook in it. Unpack it, then choose the spreadsheet that was inside.')
  }
}
