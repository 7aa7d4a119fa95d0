import { broken, converted } from './converted.ts'
import type { Converted } from './converted.ts'

export const yesWords = new Set(['yes', 'y', 'yeah', 'yep', 'true', 't', '1', 'on', 'wahr', 'vrai', 'oui', 'ja', 'si', 'sí', 'checked', 'ticked', '✓', '✔', '☑', '✅'])
export const noWords = new Set(['no', 'n', 'nope', 'false', 'f', '0', 'off', 'falsch', 'faux', 'non', 'nein', 'nee', 'unchecked', 'unticked', '☐'])

/**
 * Spreadsheets write TRUE and FALSE in the language of their user. An `x` is refused: in some files it ticks a box, in others it
 * crosses it out; so is a cross sign.
 */
export function convertBoolean(text: string): Converted {
  const word = text.trim().toLowerCase().replace(/[.!]$/, '').replace('\ufe0f', '')
  if (yesWords.has(word) || word === '1.0') return converted(true)
  return noWords.has(word) || word === '0.0' ? converted(false) : broken('not-yes-or-no')
}
