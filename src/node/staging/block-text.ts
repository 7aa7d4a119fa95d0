// How a block of rows stands on the disk: rows end with one separator, their texts with another. Texts that hold a separator
// themselves are so rare that their whole block becomes JSON instead.
import type { CellMark, SourceRow } from '#core/model/source.ts'

const rowEnd = '\x1e'
const textEnd = '\x1f'
const rowEndByte = 0x1e
const textEndByte = 0x1f

export interface EncodedBlock {
  readonly bytes: Buffer
  /** Where each row begins; null when the block is JSON and can only be read as a whole. */
  readonly starts: readonly number[] | null
}

export function encodeBlock(rows: readonly SourceRow[]): EncodedBlock {
  const text = rows.map(rowText).join(rowEnd)
  const bytes = Buffer.from(text)
  const starts = [0]
  let texts = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === textEndByte) texts += 1
    else if (byte === rowEndByte) starts.push(at + 1)
  }
  const expected = rows.reduce((sum, { cells }) => sum + cells.length + 1, 0)
  // Half a character, as a workbook can hold one, is not to be had in UTF-8; JSON escapes it.
  return texts === expected && starts.length === rows.length && text.isWellFormed() ? { bytes, starts } : { bytes: Buffer.from(JSON.stringify(rows)), starts: null }
}

/** A whole block as the texts of its rows, cut into cells only when they are asked for. */
export function decodeBlock(bytes: Buffer, isJson: boolean): readonly (string | SourceRow)[] {
  return isJson ? (JSON.parse(bytes.toString()) as SourceRow[]) : bytes.toString().split(rowEnd)
}

// Row number, marks, then the cells: each text before a cell ends with a separator.
function rowText({ row, cells, marks }: SourceRow): string {
  const head = `${row}${textEnd}${marks === undefined ? '' : JSON.stringify(marks)}${textEnd}`
  // A row without cells is not one empty cell.
  return cells.length === 0 ? head.slice(0, -1) : head + cells.join(textEnd)
}

export function readRow(text: string): SourceRow {
  const texts = text.split(textEnd)
  const row = Number(texts[0])
  const marks = texts[1] ?? ''
  const cells = texts.slice(2)
  return marks === '' ? { row, cells } : { row, cells, marks: JSON.parse(marks) as Record<number, CellMark> }
}
