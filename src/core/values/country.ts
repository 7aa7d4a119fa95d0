import { bareText, broken, converted } from './converted.ts'
import type { Converted } from './converted.ts'
import { countryRows } from './country-names.ts'

/** Alpha-2 and alpha-3 codes and names, without case, accents and punctuation, to the alpha-2 code. */
const codes: ReadonlyMap<string, string> = new Map(
  countryRows.trim().split('\n').flatMap((line) => {
    const [, alpha2 = '', alpha3 = '', names = ''] = /^(\S+) (\S+) (.+)$/.exec(line) ?? []
    return [...names.split('|'), alpha3, alpha2].map((spelling) => [bareText(spelling), alpha2] as const)
  }),
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
