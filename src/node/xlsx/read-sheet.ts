import { isBlankRow, type SourceRow } from '#core/model/source.ts'
import { readCell, type CellContext } from './cell-value.ts'
import type { Container } from './open-container.ts'
import { damaged } from './refusal.ts'
import { newRowBuilder } from './row-builder.ts'
import { newTextPool } from './text-pool.ts'
import { scanXml, type Attributes, type XmlHandlers } from './scan-xml.ts'

export interface SheetSettings {
  readonly part: string
  readonly context: CellContext
  /** Called for each row, to let the reading be stopped. */
  readonly onRow: () => void
}

/** All rows of a sheet from row 1 to the last that holds anything; rows that the file leaves out are blank rows. */
export async function readSheet(container: Container, settings: SheetSettings): Promise<readonly SourceRow[]> {
  const rows: SourceRow[] = []
  await scanXml(container, settings.part, sheetHandlers(settings.context, (row) => {
    settings.onRow()
    rows.push(row)
  }))
  return fillGaps(rows)
}

function sheetHandlers(context: CellContext, onRow: (row: SourceRow) => void): XmlHandlers {
  const builder = newRowBuilder()
  const pool = newTextPool()
  let inData = false
  let cell: Attributes = {}
  let value: string | null = null
  let isFormula = false
  let keepsText = false
  let inPhonetic = false
  return {
    open(name, attributes) {
      if (name === 'sheetData') inData = true
      if (!inData) return
      if (name === 'row') builder.startRow(attributes['r'])
      else if (name === 'c') {
        builder.startCell(attributes['r'])
        cell = attributes
        value = null
        isFormula = false
      } else if (name === 'rPh') inPhonetic = true
      else if (name === 'f') isFormula = true
      else if (name === 'v' || (name === 't' && !inPhonetic)) {
        keepsText = true
        value ??= ''
      }
    },
    text(piece) {
      if (keepsText) value = (value ?? '') + piece
    },
    close(name) {
      if (!inData) return
      if (name === 'v' || name === 't') {
        keepsText = false
        value = pool(value ?? '')
      }
      if (name === 'c') builder.setCell(readCell({ type: cell['t'] ?? 'n', style: Number(cell['s'] ?? 0), value, isFormula }, context))
      else if (name === 'row') onRow(builder.finishRow())
      else if (name === 'rPh') inPhonetic = false
      else if (name === 'sheetData') inData = false
    },
  }
}

function fillGaps(found: readonly SourceRow[]): readonly SourceRow[] {
  const inOrder = found.every((row, index) => index === 0 || (found[index - 1]?.row ?? 0) < row.row)
  const sorted = inOrder ? found : found.toSorted((a, b) => a.row - b.row)
  const last = sorted.findLastIndex((row) => row.marks !== undefined || !isBlankRow(row))
  const rows: SourceRow[] = []
  const none: readonly string[] = []
  for (const row of sorted.slice(0, last + 1)) {
    if (row.row <= rows.length) throw damaged('a row is there twice')
    while (rows.length + 1 < row.row) rows.push({ row: rows.length + 1, cells: none })
    rows.push(row)
  }
  return rows
}
