import { passOver } from './xml/xml-input.ts'

/** What the tag of a cell says. */
export interface CellHead {
  column: number
  style: number
  type: 'n' | 's' | 'inlineStr'
}

/** The tag of a cell of this row: reads it into `head` and says where it ends; -1 when it is not as it should be. */
export function readHead(bytes: Buffer, from: number, { head, row }: { readonly head: CellHead; readonly row: number }): number {
  let at = passOver(bytes, from, opensCell)
  if (at === -1) return -1
  const letters = at
  let column = 0
  let code = bytes[at] ?? 0
  while (code >= 0x41 && code <= 0x5a) {
    column = column * 26 + code - 0x40
    code = bytes[++at] ?? 0
  }
  const digits = at
  let number = 0
  while (code >= 0x30 && code <= 0x39) {
    number = number * 10 + code - 0x30
    code = bytes[++at] ?? 0
  }
  if (digits === letters || number !== row || bytes[digits] === 0x30 || code !== 0x22) return -1
  head.column = column - 1
  head.style = 0
  head.type = 'n'
  return readRest(bytes, at + 1, head)
}

/** The attributes `s` and `t`, each at most once, to the end of the tag. */
function readRest(bytes: Buffer, from: number, head: CellHead): number {
  let at = from
  let hasStyle = false
  let hasType = false
  for (;;) {
    const code = bytes[at] ?? 0
    if (code === 0x3e) return at + 1
    if (code === 0x2f) return bytes[at + 1] === 0x3e ? at + 2 : -1
    if (code !== 0x20) return -1
    if (bytes[at + 1] === 0x73 && !hasStyle) {
      hasStyle = true
      at = readStyle(bytes, at + 2, head)
    } else if (bytes[at + 1] === 0x74 && !hasType) {
      hasType = true
      at = readType(bytes, at + 2, head)
    } else return -1
    if (at === -1) return -1
  }
}

function readStyle(bytes: Buffer, from: number, head: CellHead): number {
  if (bytes[from] !== 0x3d || bytes[from + 1] !== 0x22) return -1
  const start = from + 2
  let at = start
  let style = 0
  let code = bytes[at] ?? 0
  while (code >= 0x30 && code <= 0x39) {
    style = style * 10 + code - 0x30
    code = bytes[++at] ?? 0
  }
  if (at === start || at - start > 8 || code !== 0x22) return -1
  head.style = style
  return at + 1
}

function readType(bytes: Buffer, from: number, head: CellHead): number {
  const shared = passOver(bytes, from, sharedType)
  if (shared !== -1) {
    head.type = 's'
    return shared
  }
  head.type = 'inlineStr'
  return passOver(bytes, from, inlineType)
}

const opensCell = Buffer.from('<c r="')
const sharedType = Buffer.from('="s"')
const inlineType = Buffer.from('="inlineStr"')
