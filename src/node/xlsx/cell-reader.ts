import { readCell, type CellContext, type CellValue, type StoredCell } from './cell-value.ts'
import type { XmlAttributes } from './scan-xml.ts'

/** Gathers what the elements inside one cell after the other say. */
export interface CellReader {
  start(attributes: XmlAttributes): void
  /** True when the text of this element is part of the value. */
  open(name: string, depth: number): boolean
  close(name: string, text: string): void
  finish(): CellValue
  /** Index of the style of the cell at hand. */
  style(): number
}

// Places in the tree: c is at 4; v, f and is at 5; t at 6, or inside r or rPh at 7.
export function newCellReader(context: CellContext): CellReader {
  const cell: { -readonly [Key in keyof StoredCell]: StoredCell[Key] } = { type: 'n', style: undefined, value: null, isFormula: false }
  let isInline = false
  let isPhonetic = false
  return {
    start(attributes) {
      cell.type = attributes.get('t') ?? 'n'
      cell.style = attributes.get('s')
      cell.value = null
      cell.isFormula = false
    },
    open(name, depth) {
      if (depth === 5) {
        if (name === 'f') cell.isFormula = true
        isInline = name === 'is'
        if (name !== 'v' && name !== 'is') return false
        cell.value ??= ''
        return name === 'v'
      }
      if (name === 'rPh') isPhonetic = true
      return name === 't' && isInline && !isPhonetic
    },
    close(name, text) {
      if (name === 'v' || name === 't') cell.value = cell.value === null || cell.value === '' ? text : cell.value + text
      else if (name === 'rPh') isPhonetic = false
    },
    finish: () => readCell(cell, context),
    style: () => Number(cell.style ?? 0),
  }
}
