import type { SourceRow } from '#core/model/source.ts'
import { fileLimits } from '../source-file/read-options.ts'
import { newCellReader } from './cell-reader.ts'
import type { CellContext } from './cell-value.ts'
import { readRange, type CellRange } from './cell-range.ts'
import { sheetLimits } from './limits.ts'
import type { ShownOtherwise } from './number-format.ts'
import type { Container } from './open-container.ts'
import { isTrue } from './read-parts.ts'
import { damaged, tooLarge } from './refusal.ts'
import { newPlainCells, type PlainCells } from './plain-cells.ts'
import { cellColumn, newRowBuilder, type RowBuilder } from './row-builder.ts'
import { scanXml, type ScanPass, type XmlAttributes, type XmlHandlers } from './scan-xml.ts'

export interface SheetPart {
  readonly container: Container
  readonly part: string
  readonly context: CellContext
}

export interface SheetPass extends ScanPass {
  /** Each row of the file, in the file's order; rows that hold nothing may be left out there. */
  readonly onRow: (row: SourceRow, isHidden: boolean) => void
  /** Called before the first row, with facts that grow while the sheet is read: hidden columns stand before the rows. */
  readonly onFacts?: (facts: SheetFacts) => void
}

/** What a sheet says beside its cells. */
export interface SheetFacts {
  /** Of more than one cell. */
  readonly merges: readonly CellRange[]
  readonly hiddenColumns: ReadonlySet<number>
  /** A filter is set, which hides rows. */
  readonly isFiltered: boolean
  readonly shown: ShownNumbers
}

/** By column: the first number whose format shows something else than is read, and how many there are. */
export type ShownNumbers = ReadonlyMap<number, { readonly row: number; readonly value: string; readonly shows: ShownOtherwise; readonly count: number }>

type WritableFacts = { merges: CellRange[]; hiddenColumns: Set<number>; isFiltered: boolean; shown: Map<number, { row: number; value: string; shows: ShownOtherwise; count: number }> }

/** One pass over a sheet. Merged cells come after the rows in the file, so they are known only at the end of it. */
export async function scanSheet({ container, part, context }: SheetPart, pass: SheetPass): Promise<SheetFacts> {
  const facts: WritableFacts = { merges: [], hiddenColumns: new Set(), isFiltered: false, shown: new Map() }
  pass.onFacts?.(facts)
  await scanXml({ container, part }, sheetHandlers({ context, facts }, pass.onRow), pass)
  return facts
}

interface SheetTarget {
  readonly context: CellContext
  readonly facts: WritableFacts
}

// Places in the tree: worksheet is at 1; sheetData, cols and mergeCells at 2; row at 3; c at 4.
function sheetHandlers({ context, facts }: SheetTarget, onRow: SheetPass['onRow']): XmlHandlers {
  const builder = newRowBuilder()
  const cell = newCellReader(context)
  const noteNumber = newShownNotes(builder, { context, facts })
  const readPlainCells = newPlainCells({ context, builder, noteNumber })
  let section = ''
  let hasData = false
  let isHidden = false
  let inRow = false
  let inCell = false

  return {
    shortcut: { depth: 3, read: (input) => { if (inRow) readPlainCells(input) } },
    open(name, attributes, depth) {
      if (inCell) return cell.open(name, depth)
      if (depth === 4 && inRow && name === 'c') {
        const reference = attributes.get('r')
        builder.startCell(reference === undefined ? undefined : cellColumn(reference, builder.row()))
        cell.start(attributes)
        inCell = true
      } else if (depth === 3) {
        inRow = section === 'sheetData' && name === 'row'
        if (!inRow) openBesideRows(facts, { section, name, attributes })
        else {
          isHidden = isTrue(attributes.get('hidden')) || attributes.get('ht') === '0'
          builder.startRow(attributes.get('r'))
        }
      } else if (depth === 2) {
        section = name
        if (name === 'sheetData' && hasData) throw damaged('a sheet of it has two tables of cells')
        hasData ||= name === 'sheetData'
      }
      return false
    },
    close(name, text, depth) {
      if (depth > 4) {
        if (inCell) cell.close(name, text)
      } else if (depth === 4 && inCell) {
        inCell = false
        const value = cell.finish()
        builder.setCell(value)
        if (noteNumber !== null && value.mark === 'number') noteNumber(cell.style(), value.text)
      } else if (depth === 3 && inRow) {
        onRow(builder.finishRow(), isHidden)
        inRow = false
      }
    },
  }
}

/** Null when no format of the workbook shows another number than it stores: then there is nothing to look for in millions of cells. */
function newShownNotes(builder: RowBuilder, { context: { formats }, facts: { shown } }: SheetTarget): PlainCells['noteNumber'] {
  if (formats.every((format) => format.kind !== 'plain' || format.shows === null)) return null
  return (style, value) => {
    const format = formats[style]
    if (format?.kind !== 'plain' || format.shows === null) return
    const column = builder.column()
    const known = shown.get(column)
    if (known === undefined) shown.set(column, { row: builder.row(), value, shows: format.shows, count: 1 })
    else known.count += 1
  }
}

interface SheetTag {
  readonly section: string
  readonly name: string
  readonly attributes: XmlAttributes
}

function openBesideRows(facts: WritableFacts, { section, name, attributes }: SheetTag): void {
  if (section === 'mergeCells' && name === 'mergeCell') {
    const range = readRange(attributes.get('ref') ?? '')
    if (range === null) throw damaged('merged cells have an impossible place')
    if (range.firstRow === range.lastRow && range.firstColumn === range.lastColumn) return
    if (facts.merges.push(range) > sheetLimits.merges) throw tooLarge(`it has more than ${sheetLimits.merges} merged cells`)
  } else if (section === 'cols' && name === 'col') {
    if (!isTrue(attributes.get('hidden')) && attributes.get('width') !== '0') return
    const first = Number(attributes.get('min')) - 1
    const last = Math.min(Number(attributes.get('max')), fileLimits.columns)
    for (let column = first; column >= 0 && column < last; column++) facts.hiddenColumns.add(column)
  } else if (section === 'autoFilter') facts.isFiltered = true
}
