import type { CellMark } from '#core/model/source.ts'
import { sheetLimits } from './limits.ts'
import { showNumber, type NumberFormat } from './number-format.ts'
import { readNumber } from './number-text.ts'
import { damaged } from './refusal.ts'
import { readSerial } from './serial-date.ts'
import { unescapeText } from './unescape-text.ts'

/** A cell as the sheet's XML has it. */
export interface StoredCell {
  /** `t`: n, s, str, inlineStr, b, d or e. */
  readonly type: string
  /** `s`: index of its style. */
  readonly style: string | undefined
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
      const text = context.sharedStrings[readIndex(value)]
      if (text === undefined) throw damaged('a cell names a text that is not there')
      return readText(text)
    }
    case 'str': case 'inlineStr':
      return readText(unescapeText(value))
    case 'b':
      return { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE', mark: 'boolean' }
    case 'e':
      return { text: value, mark: 'error' }
    case 'd':
      return readIsoDate(value)
    case 'n':
      return value === '' ? empty : readNumeric(value, formatOf(cell.style, context), context.date1904)
    default:
      throw damaged('a cell is of an unknown type')
  }
}

/** -1 for what is no whole number: then it names no text either. */
function readIndex(value: string): number {
  if (value.length === 0 || value.length > 8) return -1
  let index = 0
  for (let at = 0; at < value.length; at++) {
    const digit = value.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return -1
    index = index * 10 + digit
  }
  return index
}

/** Excel writes `1.23E+15` for a long number; saved as a text, its last digits are gone for good. */
export function readText(text: string): CellValue {
  if (text.length > sheetLimits.cellChars) throw damaged('a cell holds more than 32,767 characters')
  if (text.length <= 24 && mayEndInExponent(text) && /^\s*-?\d(?:[.,]\d+)?E\+\d{2,3}\s*$/.test(text)) return { text, mark: 'imprecise-number' }
  return { text, mark: null }
}

/** Told by the third or fourth last character, which nearly always is no plus sign; white space may follow. */
function mayEndInExponent(text: string): boolean {
  const { length } = text
  const last = text.charCodeAt(length - 1)
  if (last >= 0x30 && last <= 0x39) return text.charCodeAt(length - 3) === 0x2b || text.charCodeAt(length - 4) === 0x2b
  return (last <= 0x20 || last >= 0x80) && text.includes('E+')
}

function formatOf(style: string | undefined, { formats }: CellContext): NumberFormat | undefined {
  if (style === undefined) return formats[0]
  const format = formats[readIndex(style)]
  // Read as a plain number, a date would be a number of days.
  if (format === undefined) throw damaged('a cell names a style that is not there')
  return format
}

export function readNumeric(value: string, format: NumberFormat | undefined, date1904: boolean): CellValue {
  const number = readNumber(value)
  // Not a number where one must be: shown as it stands, and as an error, rather than read as something else.
  if (number === null) return { text: value, mark: 'error' }
  if (format?.kind === 'date') {
    const date = readSerial(Number(value), format, date1904)
    // Hours that pass a day are a number of hours and no date.
    if (date !== null) return { text: date, mark: format.elapsed ? 'number' : 'date' }
  }
  if (number.imprecise) return { text: number.text, mark: 'imprecise-number' }
  return { text: format?.kind === 'masked' ? showNumber(number.text, format) : number.text, mark: 'number' }
}

/** Strict workbooks may store dates as ISO text. */
function readIsoDate(value: string): CellValue {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?)?$/.exec(value)
  if (parts === null) return { text: value, mark: null }
  const [, date = '', time] = parts
  return { text: time === undefined || time === '00:00:00' ? date : `${date}T${time}`, mark: 'date' }
}
