/** What a file is by its first bytes, whatever its name says. */
export type FileKind = 'zip' | 'ole' | 'pdf' | 'html' | 'spreadsheet-xml' | 'rtf' | 'image' | 'archive' | 'binary' | 'text'

const signatures: readonly (readonly [string, FileKind])[] = [
  ['504b0304', 'zip'], ['504b0506', 'zip'],
  ['d0cf11e0a1b11ae1', 'ole'],
  ['25504446', 'pdf'],
  ['7b5c727466', 'rtf'],
  ['89504e47', 'image'], ['ffd8ff', 'image'], ['47494638', 'image'],
  ['1f8b', 'archive'], ['377abcaf271c', 'archive'], ['526172211a07', 'archive'],
]

/** Looks at the first few thousand bytes. Text is what is left: no signature, and no NULs beyond those of UTF-16. */
export function sniffKind(head: Uint8Array): FileKind {
  const hex = Array.from(head.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const signed = signatures.find(([signature]) => hex.startsWith(signature))
  if (signed !== undefined) return signed[1]
  const start = asciiStart(head)
  if (/^<(!doctype\s+html|html|head|body|table|meta)\b/.test(start)) return 'html'
  if (start.startsWith('<?xml')) return /<(\w+:)?workbook\b/.test(start) ? 'spreadsheet-xml' : /<html\b/.test(start) ? 'html' : 'binary'
  return holdsStrayNuls(head) ? 'binary' : 'text'
}

/** The first characters in lower case, NULs and a byte order mark left out, so that UTF-16 reads like ASCII. */
function asciiStart(head: Uint8Array): string {
  let text = ''
  for (const byte of head.subarray(0, 1024)) if (byte > 0 && byte < 0x80) text += String.fromCharCode(byte)
  return text.trimStart().toLowerCase()
}

/** UTF-16 has its NULs in even places or in odd ones; a text in one byte has hardly any; a program or a picture has them anywhere. */
function holdsStrayNuls(head: Uint8Array): boolean {
  // The mark of UTF-32 begins like that of UTF-16; nobody's spreadsheet program writes it.
  if (head[0] === 0xff && head[1] === 0xfe && head[2] === 0 && head[3] === 0) return true
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  let even = 0
  let odd = 0
  head.forEach((byte, at) => {
    if (byte === 0 && at % 2 === 0) even += 1
    if (byte === 0 && at % 2 === 1) odd += 1
  })
  const nuls = even + odd
  const wide = nuls > head.length * 0.3 && Math.min(even, odd) < head.length * 0.025
  return !marked && !wide && nuls > head.length * 0.01
}
