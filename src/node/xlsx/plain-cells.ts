import { readNumeric, readText, type CellContext } from './cell-value.ts'
import { sheetLimits } from './limits.ts'
import { readHead, type CellHead } from './plain-head.ts'
import type { RowBuilder } from './row-builder.ts'
import { unescapeText } from './unescape-text.ts'
import { plainTextClass } from './xml/xml-bytes.ts'
import { cutAnyText, cutText, passOver, type XmlInput } from './xml/xml-input.ts'

export interface PlainCells {
  readonly context: CellContext
  readonly builder: RowBuilder
  /** Told of each number; null where nothing wants to know. */
  readonly noteNumber: ((style: number, text: string) => void) | null
}

interface Reader extends PlainCells {
  readonly head: CellHead
}

/**
 * Reads the cells of a row that are written the way nearly every program writes nearly every cell, byte by byte as it must be:
 * `<c r="B2" s="1" t="s"><v>7</v></c>`, `<c r="B2" t="inlineStr"><is><t>…</t></is></c>`, `<c r="B2" s="1"/>`. At the first byte
 * that is otherwise, or cut off, nothing of that cell has been taken: the scanner reads it, and judges it, as it reads any XML.
 * So this knows what is right and never what is wrong. The loops look at bytes by their numbers, as those of the scanner do.
 */
export function newPlainCells(cells: PlainCells): (input: XmlInput) => void {
  const head: CellHead = { column: 0, style: 0, type: 'n' }
  const reader: Reader = { ...cells, head }
  const { builder } = cells
  return (input) => {
    const { bytes } = input
    for (;;) {
      const at = readHead(bytes, input.at, { head, row: builder.row() })
      if (at === -1) return
      let end = at
      if (bytes[at - 2] === 0x2f) builder.startCell(head.column)
      else end = readContent(reader, input, at)
      if (end === -1) return
      input.at = end
    }
  }
}

/** Where the cell ends whose tag ended at `from`; -1 when it is not as it should be. */
function readContent(reader: Reader, input: XmlInput, from: number): number {
  switch (reader.head.type) {
    case 's': return readShared(reader, input.bytes, from)
    case 'inlineStr': return readInline(reader, input, from)
    case 'n': return readNumber(reader, input, from)
  }
}

function readShared({ context, builder, head }: Reader, bytes: Buffer, from: number): number {
  let at = passOver(bytes, from, opensValue)
  if (at === -1) return -1
  const start = at
  let index = 0
  let code = bytes[at] ?? 0
  while (code >= 0x30 && code <= 0x39) {
    index = index * 10 + code - 0x30
    code = bytes[++at] ?? 0
  }
  const text = context.sharedStrings[index]
  if (text === undefined || at === start || at - start > 8) return -1
  at = passOver(bytes, at, closesValue)
  if (at === -1) return -1
  builder.startCell(head.column)
  builder.setCell(readText(text))
  return at
}

function readInline({ builder, head }: Reader, input: XmlInput, from: number): number {
  const { bytes } = input
  const start = passOver(bytes, from, opensInline)
  if (start === -1) return -1
  let isAscii = true
  let hasEscape = false
  let at = start
  for (;; at++) {
    while (plainTextClass[bytes[at] ?? 0] === 0) at++
    const code = bytes[at] ?? 0
    if (code >= 0x80) isAscii = false
    else if (code === 0x5f) hasEscape = true
    else break
  }
  const end = passOver(bytes, at, closesInline)
  // What is too long is refused elsewhere.
  if (end === -1 || at - start > sheetLimits.cellChars) return -1
  const text = cutAnyText(input, { start, end: at, isAscii })
  builder.startCell(head.column)
  builder.setCell(readText(hasEscape ? unescapeText(text) : text))
  return end
}

function readNumber({ context, builder, noteNumber, head }: Reader, input: XmlInput, from: number): number {
  const { bytes } = input
  const format = context.formats[head.style]
  const start = passOver(bytes, from, opensValue)
  if (start === -1 || format === undefined) return -1
  let at = start
  let code = bytes[at] ?? 0
  while ((code >= 0x30 && code <= 0x39) || code === 0x2e || code === 0x2d) code = bytes[++at] ?? 0
  const end = passOver(bytes, at, closesValue)
  if (end === -1 || at === start) return -1
  const value = readNumeric(cutText(input, start, at), format, context.date1904)
  builder.startCell(head.column)
  builder.setCell(value)
  if (noteNumber !== null && value.mark === 'number') noteNumber(head.style, value.text)
  return end
}

const opensValue = Buffer.from('<v>')
const closesValue = Buffer.from('</v></c>')
const opensInline = Buffer.from('<is><t>')
const closesInline = Buffer.from('</t></is></c>')
