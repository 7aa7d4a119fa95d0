import type { Converted } from './converted.ts'

const limit = 2_000

/** Columns repeat their values (types, countries, dates): the last ones are kept, within a limit so that a large file stays small. */
export function remember(convert: (text: string) => Converted): (text: string) => Converted {
  const known = new Map<string, Converted>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = convert(text)
    if (known.size < limit) known.set(text, result)
    return result
  }
}
