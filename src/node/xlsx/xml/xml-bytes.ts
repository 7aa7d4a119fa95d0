// What a byte of UTF-8 is to the scanner. A table is looked up faster than a chain of comparisons.

export const byte = {
  tab: 0x09, lineFeed: 0x0a, carriageReturn: 0x0d, space: 0x20, exclamation: 0x21, quote: 0x22, hash: 0x23, ampersand: 0x26,
  apostrophe: 0x27, dash: 0x2d, slash: 0x2f, less: 0x3c, equals: 0x3d, greater: 0x3e, question: 0x3f, openBracket: 0x5b, closeBracket: 0x5d,
} as const

/** 0: goes on. 1: of a character beyond ASCII, goes on. 2: must be looked at. */
export type ByteClass = 0 | 1 | 2

export const textClass = newClasses([byte.less, byte.ampersand, byte.closeBracket, byte.carriageReturn], [byte.tab, byte.lineFeed])
export const valueClass = newClasses([byte.less, byte.ampersand, byte.quote, byte.apostrophe, byte.tab, byte.lineFeed, byte.carriageReturn], [])

/** Inside comments, instructions and CDATA nothing but characters that XML forbids needs a look. */
export const anyClass = newClasses([], [byte.tab, byte.lineFeed, byte.carriageReturn])

function newClasses(stops: readonly number[], allowed: readonly number[]): Uint8Array {
  const classes = new Uint8Array(256)
  for (let code = 0; code < 256; code++) {
    const stop = stops.includes(code) || (code < 0x20 && !allowed.includes(code))
    classes[code] = stop ? 2 : code >= 0x80 ? 1 : 0
  }
  return classes
}

/** 1: may stand in a name. 2: may begin one too. Beyond ASCII all pass here; `xml-names.ts` looks at them. */
export const nameClass = Uint8Array.from({ length: 256 }, (_, code) => {
  if (code >= 0x80 || /[A-Za-z_:]/.test(String.fromCharCode(code))) return 2
  return /[0-9.-]/.test(String.fromCharCode(code)) ? 1 : 0
})

export function isSpace(code: number | undefined): boolean {
  return code === byte.space || code === byte.lineFeed || code === byte.carriageReturn || code === byte.tab
}
