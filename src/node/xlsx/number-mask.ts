/** A number format of nothing but digits and fixed text: how account numbers, sort codes and telephone numbers are shown. */
export interface Mask {
  /** Used for numbers below this; null: for all others. */
  readonly below: number | null
  readonly places: readonly MaskPlace[]
}

export type MaskPlace =
  /** A digit, or a zero where the number has none. */
  | { readonly kind: 'zero' }
  /** A digit, or nothing where the number has none. */
  | { readonly kind: 'digit' }
  | { readonly kind: 'text'; readonly text: string }

/**
 * The masks of a format code, or null when it is none. A code is a mask when it fills up with zeros (two or more) or sets
 * marks between digits, as ###-#### does. What amounts and counts are shown with is no mask: separators of thousands (a space
 * between # among them), decimals, per cent, exponents, a currency or a unit beside a plain 0. For those the number is the value.
 */
export function readMasks(code: string): readonly Mask[] | null {
  const sections = splitSections(code)
  const masks: Mask[] = []
  for (const section of sections.slice(0, 2)) {
    const mask = readMask(section)
    // Without a bound the second section is for numbers below zero, which no mask is for.
    if (mask === null) return masks.length === 1 && masks[0]?.below === null ? masks : null
    masks.push(mask)
    if (mask.below === null) return masks
  }
  return masks.at(-1)?.below === null ? masks : null
}

/** At the semicolons that stand neither in quotes nor after a backslash. */
export function splitSections(code: string): readonly string[] {
  const sections = ['']
  for (const piece of code.match(/"[^"]*"|\\.|[^]/g) ?? []) {
    if (piece === ';') sections.push('')
    else sections.push(`${sections.pop() ?? ''}${piece}`)
  }
  return sections
}

function readMask(section: string): Mask | null {
  // Colours, languages and the width of a character beside the number change nothing of its text.
  const bare = section.replace(/\[(?:\$-[0-9A-Fa-f]+|black|blue|cyan|green|magenta|red|white|yellow|colou?r ?\d+)\]/gi, '')
  const bound = /^\[<(=?)(\d{1,15})\]/.exec(bare)
  const places = readPlaces(bare.slice(bound?.[0].length ?? 0))
  if (places === null || !isMask(places)) return null
  return { below: bound === null ? null : Number(bound[2]) + (bound[1] === '=' ? 1 : 0), places }
}

function readPlaces(section: string): readonly MaskPlace[] | null {
  const places: MaskPlace[] = []
  let rest = section
  while (rest !== '') {
    const piece = /^(?:(0)|(#)|"([^"]*)"|\\(.)|_.|([-+(): ]))/u.exec(rest)
    if (piece === null) return null
    const [all, zero, digit, ...fixed] = piece
    const text = fixed.find((one) => one !== undefined) ?? ''
    places.push(zero !== undefined ? { kind: 'zero' } : digit !== undefined ? { kind: 'digit' } : { kind: 'text', text })
    rest = rest.slice(all.length)
  }
  return places
}

function isMask(places: readonly MaskPlace[]): boolean {
  const zeros = places.filter(({ kind }) => kind === 'zero').length
  const first = places.findIndex(({ kind }) => kind !== 'text')
  const last = places.findLastIndex(({ kind }) => kind !== 'text')
  if (first === -1) return false
  const between = places.slice(first, last).flatMap((place) => (place.kind === 'text' ? [place.text] : []))
  const hasMarks = between.some((text) => text.trim() !== '')
  return zeros >= 2 || hasMarks
}
