// What a byte of UTF-8 is to the scanner. A table is looked up faster than a chain of comparisons.
// 0: goes on. 1: of a character beyond ASCII, goes on. 2: must be looked at.

export const textClass = newClasses('<&]\r', '\t\n')
/** The texts of cells: an underscore may be the first character of an escape. */
export const plainTextClass = newClasses('<&]\r_', '\t\n')
export const valueClass = newClasses('<&"\'', '')
/** Inside comments, instructions and CDATA nothing but characters that XML forbids needs a look. */
export const anyClass = newClasses('', '\t\n\r')

function newClasses(stops: string, allowed: string): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) => {
    const character = String.fromCharCode(code)
    if (stops.includes(character) || (code < 0x20 && !allowed.includes(character))) return 2
    return code >= 0x80 ? 1 : 0
  })
}

/** 1: may stand in a name. 2: may begin one too. Beyond ASCII all pass here; `xml-names.ts` looks at them. */
export const nameClass = Uint8Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (code >= 0x80 || /[A-Za-z_:]/.test(character)) return 2
  return /[0-9.-]/.test(character) ? 1 : 0
})

export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}
