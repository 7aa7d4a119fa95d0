// How a block of rows stands on the disk: rows end with one separator, their texts with another. Texts that hold a separator
// themselves are so rare that their whole block becomes JSON instead.
import type { CellMark, SourceRow } from '#core/model/source.ts'

const rowEnd = '\x1e'
const textEnd = '\x1f'
const rowEndByte = 0x1e
const textEndByte = 0x1f

/**
 * How a block's text became bytes. Nearly every one is Latin-1, a byte for each character: that is several times as quick to write and
 * to read as UTF-8.
 */
export type BlockKind = 'latin1' | 'utf8' | 'json'

export interface EncodedBlock {
  readonly kind: BlockKind
  /** Good until the next block is encoded. */
  readonly bytes: Buffer
  /** Where each row begins; null when the block is JSON and can only be read as a whole. */
  readonly starts: Uint32Array | null
}

export function encodeBlock(rows: readonly SourceRow[]): EncodedBlock {
  const text = rows.map(rowText).join(rowEnd)
  const kind = beyondLatin1.test(text) ? 'utf8' : 'latin1'
  const bytes = bytesOf(text, kind)
  const starts = new Uint32Array(rows.length)
  const expected = rows.reduce((sum, { cells }) => sum + cells.length + 1, 0)
  // Half a character, as a workbook can hold one, is not to be had in UTF-8; JSON escapes it.
  return findStarts(bytes, starts) === expected && text.isWellFormed() ? { kind, bytes, starts } : { kind: 'json', bytes: Buffer.from(JSON.stringify(rows)), starts: null }
}

/** Memory for one block after the other: taken anew for each, it costs as much as filling it. */
let memory = Buffer.alloc(0)

function bytesOf(text: string, kind: 'latin1' | 'utf8'): Buffer {
  const length = kind === 'latin1' ? text.length : Buffer.byteLength(text)
  if (memory.length < length) memory = Buffer.allocUnsafeSlow(length * 2)
  return memory.subarray(0, memory.write(text, kind))
}

const beyondLatin1 = /[^\0-\xff]/

/** Answers how many texts end in the block; -1 when there are more or fewer rows than starts. */
function findStarts(bytes: Buffer, starts: Uint32Array): number {
  let rows = 1
  for (let at = bytes.indexOf(rowEndByte); at >= 0; at = bytes.indexOf(rowEndByte, at + 1)) {
    if (rows === starts.length) return -1
    starts[rows++] = at + 1
  }
  // Apart from the search for rows and without a branch: for all bytes of a large file that takes half the time.
  let texts = 0
  const { length } = bytes
  for (let at = 0; at < length; at++) texts += Number(bytes[at] === textEndByte)
  return rows === starts.length ? texts : -1
}

/** A whole block as the texts of its rows, cut into cells only when they are asked for. */
export function decodeBlock(bytes: Buffer, kind: BlockKind): readonly (string | SourceRow)[] {
  return kind === 'json' ? (JSON.parse(bytes.toString()) as SourceRow[]) : bytes.toString(kind).split(rowEnd)
}

// The cells, then row number and marks: cells first, so that they are what is left when the other two are taken away.
function rowText({ row, cells, marks }: SourceRow): string {
  const tail = `${row}${textEnd}${marks === undefined ? '' : JSON.stringify(marks)}`
  // A row without cells is not one empty cell.
  return cells.length === 0 ? tail : cells.join(textEnd) + textEnd + tail
}

export function readRow(text: string): SourceRow {
  const cells = text.split(textEnd)
  const marks = cells.pop() ?? ''
  const row = Number(cells.pop())
  return marks === '' ? { row, cells } : { row, cells, marks: JSON.parse(marks) as Record<number, CellMark> }
}
