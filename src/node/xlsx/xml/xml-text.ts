import { isUtf8 } from 'node:buffer'
import { damaged } from '../refusal.ts'
import { broken } from './xml-fault.ts'

/** The characters of these bytes; they must be UTF-8 and hold none of the two code points that are no characters. */
export function decodeUtf8(bytes: Buffer, start: number, end: number): string {
  const text = bytes.toString('utf8', start, end)
  if (text.includes('\ufffd') && !isUtf8(bytes.subarray(start, end))) throw damaged('a text in it is not valid Unicode')
  if (/[\ufffe\uffff]/.test(text)) throw forbidden()
  return text
}

/** Line ends become line feeds, then references become their characters (XML 1.0, sections 2.11 and 4.6). */
export function resolveText(raw: string): string {
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  return lines.includes('&') ? resolveReferences(lines) : lines
}

/** In an attribute a line end or a tab as such is a space; one that is written as a reference stays (section 3.3.3). */
export function resolveValue(raw: string): string {
  const spaced = raw.replace(/\r\n|[\r\n\t]/g, ' ')
  return spaced.includes('&') ? resolveReferences(spaced) : spaced
}

/** Only the five names of XML itself: others would have to be declared in a document type, and that is refused. */
function resolveReferences(text: string): string {
  let resolved = ''
  let from = 0
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at)
    if (end === -1 || end - at > 13) throw broken(`${text.slice(at, at + 14)} names no character`)
    resolved += text.slice(from, at) + characterNamed(text.slice(at + 1, end))
    from = end + 1
  }
  return resolved + text.slice(from)
}

function characterNamed(name: string): string {
  switch (name) {
    case 'amp': return '&'
    case 'lt': return '<'
    case 'gt': return '>'
    case 'quot': return '"'
    case 'apos': return "'"
  }
  const numeric = /^#(?:x([0-9A-Fa-f]+)|([0-9]+))$/.exec(name)
  if (numeric === null) throw broken(`&${name}; names no character`)
  return characterOf(numeric[1] === undefined ? Number(numeric[2]) : Number.parseInt(numeric[1], 16))
}

function characterOf(code: number): string {
  const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x1_0000 && code <= 0x10_ffff)
  if (!isCharacter) throw forbidden()
  return String.fromCodePoint(code)
}

export function forbidden() {
  return broken('it holds a character that XML does not allow')
}
