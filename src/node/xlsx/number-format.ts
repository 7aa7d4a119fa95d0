import type { DateFormat } from './serial-date.ts'

/** What a cell's number format does to a number, as far as it changes what the operator sees as the value. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | ({ readonly kind: 'date' } & DateFormat)
  /** Zeros in front and marks between, such as 00000 or 00-00-00; `mask` holds one 0 for each digit. */
  | { readonly kind: 'padded'; readonly mask: string }

const plain: NumberFormat = { kind: 'plain' }
const date: NumberFormat = { kind: 'date', timeOnly: false, elapsed: false }
const time: NumberFormat = { kind: 'date', timeOnly: true, elapsed: false }

/** Formats that every workbook has without declaring them; 27 to 36 and 50 to 58 are dates of East Asian editions. */
export function builtInFormat(id: number): NumberFormat {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return date
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return time
  return id === 46 ? { kind: 'date', timeOnly: true, elapsed: true } : plain
}

export function readFormatCode(code: string): NumberFormat {
  const section = code.split(';')[0] ?? ''
  const mask = readMask(section)
  if (mask !== null) return { kind: 'padded', mask }
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(section)
  const letters = section.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/general/gi, '').replace(/AM\/PM|A\/P/gi, 'h')
  if (!elapsed && !/[dmyhs]/i.test(letters)) return plain
  return { kind: 'date', timeOnly: !/[dy]/i.test(letters) && (elapsed || /[hs]/i.test(letters)), elapsed }
}

/** The mask of a format of nothing but two or more zeros and fixed marks; null for any other. */
function readMask(section: string): string | null {
  const bare = section.replace(/"([^"]*)"|\\(.)/g, (_all, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? '')
  return /^[0 ()-]+$/.test(bare) && (bare.match(/0/g)?.length ?? 0) > 1 ? bare : null
}

/** Fills the mask from its end, as Excel does; digits beyond it go in front. Only for whole numbers that are not negative. */
export function padNumber(digits: string, mask: string): string {
  let left = digits
  let text = ''
  for (const character of mask.split('').toReversed()) {
    if (character !== '0') text = character + text
    else {
      text = (left.at(-1) ?? '0') + text
      left = left.slice(0, -1)
    }
  }
  return left + text
}
