import type { CellMark } from '#core/model/source.ts'
import { padNumber, type NumberFormat } from './number-format.ts'
import { readNumber } from './number-text.ts'
import { damaged } from './refusal.ts'
import { readSerial } from './serial-date.ts'
import { unescapeText } from './unescape-text.ts'

/** A cell as the sheet's XML has it. */
export interface StoredCell {
  /** `t`: n, s, str, inlineStr, b, d or e. */
  readonly type: string
  readonly style: number
  /** The text of `v`, or of `is` for inline strings; null where there is none. */
  readonly value: string | null
  readonly isFormula: boolean
}

export interface CellValue {
  readonly text: string
  readonly mark: CellMark | null
}

export interface CellContext {
  readonly sharedStrings: readonly string[]
  readonly formats: readonly NumberFormat[]
  readonly date1904: boolean
}

const empty: CellValue = { text: '', mark: null }

/** What the sheet shows for a cell, as text. A formula gives the value Excel saved with it; without one it is an error. */
export function readCell(cell: StoredCell, context: CellContext): CellValue {
  if (cell.value === null) return cell.isFormula ? { text: '', mark: 'error' } : empty
  const found = readStored(cell, cell.value, context)
  const keepsMark = found.mark === 'error' || found.mark === 'imprecise-number'
  return cell.isFormula && !keepsMark ? { text: found.text, mark: 'formula' } : found
}

function readStored(cell: StoredCell, value: string, context: CellContext): CellValue {
  switch (cell.type) {
    case 's': {
      // An index that is no whole number names no text either.
      const text = value === '' ? undefined : context.sharedStrings[Number(value)]
      if (text === undefined) throw damaged('a cell names a text that is not there')
      return { text, mark: null }
    }
    case 'str': case 'inlineStr':
      return { text: unescapeText(value), mark: null }
    case 'b':
      return { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE', mark: 'boolean' }
    case 'e':
      return { text: value, mark: 'error' }
    case 'd':
      return readIsoDate(value)
    default:
      return value === '' ? empty : readNumeric(value, context.formats[cell.style], context.date1904)
  }
}

function readNumeric(value: string, format: NumberFormat | undefined, date1904: boolean): CellValue {
  const number = readNumber(value)
  // Not a number where one must be: shown as it stands, and as an error, rather than read as something else.
  if (number === null) return { text: value, mark: 'error' }
  if (format?.kind === 'date') {
    const date = readSerial(Number(value), format, date1904)
    if (date !== null) return { text: date, mark: 'date' }
  }
  if (number.imprecise) return { text: number.text, mark: 'imprecise-number' }
  if (format?.kind === 'padded' && /^\d+$/.test(number.text)) return { text: padNumber(number.text, format.mask), mark: 'number' }
  return { text: number.text, mark: 'number' }
}

/** Strict workbooks may store dates as ISO text. */
function readIsoDate(value: string): CellValue {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?)?$/.exec(value)
  if (parts === null) return { text: value, mark: null }
  const [, date = '', time] = parts
  return { text: time === undefined || time === '00:00:00' ? date : `${date}T${time}`, mark: 'date' }
}
