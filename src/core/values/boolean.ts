import { broken, converted } from './converted.ts'
import type { Converted } from './converted.ts'

const yes = new Set(['yes', 'y', 'true', 't', '1', 'on', '✓', '✔'])
const no = new Set(['no', 'n', 'false', 'f', '0', 'off'])

/** An `x` is refused: in some files it ticks a box, in others it crosses it out. */
export function convertBoolean(text: string): Converted {
  const word = text.trim().toLowerCase()
  if (yes.has(word)) return converted(true)
  return no.has(word) ? converted(false) : broken('not-yes-or-no')
}
