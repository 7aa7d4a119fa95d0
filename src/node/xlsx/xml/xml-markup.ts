import { damaged } from '../refusal.ts'
import { anyClass } from './xml-bytes.ts'
import type { XmlElements } from './xml-elements.ts'
import { broken } from './xml-fault.ts'
import { startsWith, type XmlInput } from './xml-input.ts'
import { isName } from './xml-names.ts'
import { decodeUtf8, forbidden } from './xml-text.ts'

// Markup beside elements. Each answers false when its end is not there yet; then nothing was moved.

/** Begins with `<!`: a comment, CDATA, or a document type, which no workbook has and every trick with entities needs. */
export function readDeclaration(input: XmlInput, elements: XmlElements): boolean {
  const comment = startsWith(input, input.at, '<!--')
  if (comment === true) return readComment(input)
  const section = startsWith(input, input.at, '<![CDATA[')
  if (section === true) return readSection(input, elements)
  if (comment === null || section === null) return false
  throw startsWith(input, input.at, '<!DOCTYPE') === false ? broken('an unknown declaration') : damaged('its XML declares a document type')
}

function readComment(input: XmlInput): boolean {
  const end = input.latin.indexOf('--', input.at + 4)
  if (end === -1 || end + 2 >= input.end) return false
  if (input.bytes[end + 2] !== 0x3e) throw broken('a comment holds --')
  checkedText(input, input.at + 4, end)
  input.at = end + 3
  return true
}

function readSection(input: XmlInput, elements: XmlElements): boolean {
  if (elements.depth === 0) throw broken('text stands outside the root')
  const end = input.latin.indexOf(']]>', input.at + 9)
  if (end === -1) return false
  elements.addText(checkedText(input, input.at + 9, end).replace(/\r\n?/g, '\n'))
  input.at = end + 3
  return true
}

export interface InstructionPlace {
  /** Nothing stands before it. */
  readonly isFirst: boolean
  /** The document is UTF-16. */
  readonly isWide: boolean
}

/** `<?…?>`: skipped, but for the declaration at the very beginning, whose encoding must be the one at hand. */
export function readInstruction(input: XmlInput, { isFirst, isWide }: InstructionPlace): boolean {
  const end = input.latin.indexOf('?>', input.at + 2)
  if (end === -1) return false
  const text = checkedText(input, input.at + 2, end)
  const target = /^[^\s?]+/.exec(text)?.[0] ?? ''
  if (!isName(target)) throw broken('an instruction has no name')
  if (target.toLowerCase() === 'xml') {
    if (!isFirst || target !== 'xml') throw broken('an XML declaration stands where none may')
    checkEncoding(text, isWide)
  }
  input.at = end + 2
  return true
}

const declaration = /^xml\s+version\s*=\s*(?:"1\.0"|'1\.0')(?:\s+encoding\s*=\s*(?:"([A-Za-z][\w.-]*)"|'([A-Za-z][\w.-]*)'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*$/

function checkEncoding(text: string, isWide: boolean): void {
  const parts = declaration.exec(text)
  if (parts === null) throw broken('its XML declaration is wrong')
  const encoding = (parts[1] ?? parts[2] ?? (isWide ? 'utf-16' : 'utf-8')).toLowerCase()
  const fits = isWide ? /^utf-16(?:le|be)?$/ : /^(?:utf-8|us-ascii)$/
  if (!fits.test(encoding)) throw damaged(`its XML says that it is written in ${encoding.slice(0, 40)}, and it is not or may not be`)
}

/** Text that holds no references, every character of it allowed. */
function checkedText({ bytes }: XmlInput, start: number, end: number): string {
  for (let at = start; at < end; at++) if (anyClass[bytes[at] ?? 0] === 2) throw forbidden()
  return decodeUtf8(bytes, start, end)
}
