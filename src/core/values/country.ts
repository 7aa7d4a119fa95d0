import { bareText, broken, converted } from './converted.ts'
import type { Converted } from './converted.ts'
import { countryRows } from './country-names.ts'

/** Each country: its alpha-2 code and the names that mean it, the usual one first. */
export const countries: readonly { readonly code: string; readonly alpha3: string; readonly names: readonly string[] }[] = countryRows.trim().split('\n').map((line) => {
  const [, code = '', alpha3 = '', names = ''] = /^(\S+) (\S+) (.+)$/.exec(line) ?? []
  return { code: narrow(code), alpha3, names: names.split('|') }
})

/**
 * The list holds letters beyond Latin-1, and so whatever is cut out of it takes two bytes a letter, as does every request into which it
 * is written: those are then slower to make and to hash. Made of its letters, a code takes one.
 */
function narrow(code: string): string {
  return String.fromCharCode(...Array.from(code, (letter) => letter.charCodeAt(0)))
}

/** Alpha-2 and alpha-3 codes and names, without case, accents and punctuation, to the alpha-2 code. */
const codes: ReadonlyMap<string, string> = new Map(
  countries.flatMap(({ code, alpha3, names }) => [...names, alpha3, code].map((spelling) => [bareText(spelling), code] as const)),
)

/** The alpha-2 code of what the cell says; undefined when it names no country. */
export function countryCode(text: string): string | undefined {
  const bare = bareText(text)
  return codes.get(bare) ?? (bare.startsWith('the') ? codes.get(bare.slice(3)) : undefined)
}

export function convertCountry(text: string): Converted {
  const code = countryCode(text)
  return code === undefined ? broken('bad-country') : converted(code)
}
