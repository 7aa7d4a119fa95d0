/** Hands out one copy of each text, free of the text it was cut from. */
export type TextPool = (text: string) => string

const poolSize = 50_000

/**
 * V8 keeps the whole piece of XML alive for any cell of 13 or more characters cut out of it, so a sheet would stay in memory
 * several times over. Each such text is copied once; texts that come again, as parent values in every row do, share the copy.
 */
export function newTextPool(): TextPool {
  let copies = new Map<string, string>()
  return (text) => {
    if (text.length < 13) return text
    const known = copies.get(text)
    if (known !== undefined) return known
    const copy = Buffer.from(text).toString()
    // Bounded: rows that belong together stand close together, so a fresh start loses little.
    if (copies.size >= poolSize) copies = new Map()
    copies.set(copy, copy)
    return copy
  }
}
