// JSON.parse, where it says the same as the exact reader: it is ten times as fast, but rounds an int64 and takes a doubled property.

/** Enough digits for a whole number that JSON.parse would round. A text in quotes with so many is read exactly as well: no harm. */
const LONG_NUMBER = /\d{16}/
/** Every name of a property ends so; a text in quotes can only where it is escaped, or begins with a colon. */
const NAME_END = /"[ \t\n\r]*:/g
/** Below what the exact reader takes. */
const MOST_DEPTH = 60

/**
 * The value of a text in which nothing is long, escaped or doubled, as nearly every answer is; undefined for any other text, which may be
 * JSON all the same.
 */
export function readPlainJson(text: string): unknown {
  // With no escape in it, each text in quotes is what it looks like, and names can be counted.
  if (text.includes('\\') || LONG_NUMBER.test(text)) return undefined
  const value = parse(text)
  // Each property has its name in the text; where the text has more names than the value has properties, one is doubled.
  return value !== undefined && countMembers(value, 0) === countNames(text) ? value : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function countNames(text: string): number {
  let count = 0
  NAME_END.lastIndex = 0
  while (NAME_END.test(text)) count += 1
  return count
}

/** NaN, which equals nothing, where it goes too deep. */
function countMembers(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0
  if (depth > MOST_DEPTH) return Number.NaN
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  return parts.reduce((sum: number, part) => sum + countMembers(part, depth + 1), Array.isArray(value) ? 0 : parts.length)
}
