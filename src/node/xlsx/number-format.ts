import { readMasks, splitSections, type Mask } from './number-mask.ts'
import type { DateFormat } from './serial-date.ts'

/** What a cell's number format does to a number, as far as it changes what the operator sees as the value. */
export type NumberFormat =
  | { readonly kind: 'plain'; readonly shows: ShownOtherwise | null }
  | ({ readonly kind: 'date' } & DateFormat)
  /** Zeros in front, fixed marks and letters: 00000, 00-00-00, "SC"000. The first mask whose bound holds is used. */
  | { readonly kind: 'masked'; readonly masks: readonly Mask[] }

/** How a number is shown that is read as it is stored: 0.25 as 25%, 12000 as 12, 7 as INV-7. */
export type ShownOtherwise = 'percent' | 'thousands' | 'words'

export const plainFormat: NumberFormat = { kind: 'plain', shows: null }
const percent: NumberFormat = { kind: 'plain', shows: 'percent' }
const date: NumberFormat = { kind: 'date', timeOnly: false, elapsed: false }
const time: NumberFormat = { kind: 'date', timeOnly: true, elapsed: false }

/** Formats that every workbook has without declaring them; 27 to 36 and 50 to 58 are dates of East Asian editions. */
export function builtInFormat(id: number): NumberFormat {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return date
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return time
  if (id === 46) return { kind: 'date', timeOnly: true, elapsed: true }
  return id === 9 || id === 10 ? percent : plainFormat
}

export function readFormatCode(code: string): NumberFormat {
  const masks = readMasks(code)
  if (masks !== null) return { kind: 'masked', masks }
  const [section = ''] = splitSections(code)
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(section)
  const letters = section.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/general/gi, '').replace(/AM\/PM|A\/P/gi, 'h')
  if (!elapsed && !/[dmyhs]/i.test(letters)) return { kind: 'plain', shows: shownOtherwise(section) }
  return { kind: 'date', timeOnly: !/[dy]/i.test(letters) && (elapsed || /[hs]/i.test(letters)), elapsed }
}

function shownOtherwise(section: string): ShownOtherwise | null {
  const bare = section.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, ' ')
  if (bare.includes('%')) return 'percent'
  if (/[0#?],+(?![0#?,.])/.test(bare)) return 'thousands'
  // Beside a digit; a text alone shows no number at all.
  const fixed = (section.match(/"[^"]*"|\\./g) ?? []).join('')
  return /[0#?]/.test(bare) && /[\p{L}\p{N}]/u.test(fixed) ? 'words' : null
}

/**
 * The text that the sheet shows for a masked number; the number itself where the mask says nothing of it: below zero, not whole.
 */
export function showNumber(digits: string, { masks }: { readonly masks: readonly Mask[] }): string {
  if (!/^\d+$/.test(digits)) return digits
  const mask = masks.find(({ below }) => below === null || Number(digits) < below)
  return mask === undefined ? digits : fillMask(digits, mask.places)
}

/** Fills the mask from its end, as Excel does; digits beyond it go where its first digit stands. */
function fillMask(digits: string, places: Mask['places']): string {
  const first = places.findIndex(({ kind }) => kind !== 'text')
  let left = digits
  let text = ''
  for (let at = places.length - 1; at >= 0; at--) {
    const place = places[at]
    if (place === undefined) continue
    if (place.kind === 'text') text = place.text + text
    else {
      text = (at === first ? left === '' && place.kind === 'zero' ? '0' : left : left.at(-1) ?? (place.kind === 'zero' ? '0' : '')) + text
      left = left.slice(0, -1)
    }
  }
  return text
}
