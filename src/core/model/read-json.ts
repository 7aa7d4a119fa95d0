import { ExactNumber, type Json } from './json.ts'

/** Deeper than any body of the API; keeps a hostile answer from exhausting the stack. */
const MAX_DEPTH = 64
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const SPACE = /[ \t\n\r]*/y

/** What a reader makes of the pieces; a number arrives as its text, because JSON.parse would round an int64. */
export interface JsonParts<Value> {
  readonly number: (text: string) => Value
  readonly other: (value: string | boolean | null) => Value
  readonly list: (items: Value[]) => Value
  readonly object: (members: [string, Value][]) => Value
}

/**
 * Strict JSON (RFC 8259) with the caller's own values. Throws SyntaxError for anything else, a doubled property included: two
 * readers might each believe another one.
 */
export function readJsonAs<Value>(text: string, parts: JsonParts<Value>): Value {
  let at = 0
  const wrong = (): never => {
    throw new SyntaxError(`not JSON at character ${at}`)
  }
  const match = (shape: RegExp): string | null => {
    shape.lastIndex = at
    const found = shape.exec(text)
    if (found === null) return null
    at = shape.lastIndex
    return found[0]
  }
  const skip = (token: string): boolean => {
    match(SPACE)
    if (!text.startsWith(token, at)) return false
    at += token.length
    return true
  }
  const quoted = (): string => {
    const from = at
    // The closing quote is the first one with an even number of backslashes before it; JSON.parse judges the rest.
    do at = text.indexOf('"', at + 1)
    while (at !== -1 && backslashesBefore(text, at) % 2 === 1)
    if (text[from] !== '"' || at === -1) wrong()
    at += 1
    return JSON.parse(text.slice(from, at)) as string
  }
  const members = (depth: number): Value => {
    const found = new Map<string, Value>()
    if (skip('}')) return parts.object([])
    do {
      match(SPACE)
      const name = quoted()
      if (found.has(name) || !skip(':')) wrong()
      found.set(name, value(depth))
    } while (skip(','))
    return skip('}') ? parts.object([...found]) : wrong()
  }
  const items = (depth: number): Value => {
    const found: Value[] = []
    if (skip(']')) return parts.list(found)
    do found.push(value(depth))
    while (skip(','))
    return skip(']') ? parts.list(found) : wrong()
  }
  const value = (depth: number): Value => {
    if (depth > MAX_DEPTH) wrong()
    if (skip('{')) return members(depth + 1)
    if (skip('[')) return items(depth + 1)
    if (skip('true')) return parts.other(true)
    if (skip('false')) return parts.other(false)
    if (skip('null')) return parts.other(null)
    if (text[at] === '"') return parts.other(quoted())
    return parts.number(match(NUMBER) ?? wrong())
  }
  const whole = value(0)
  match(SPACE)
  return at === text.length ? whole : wrong()
}

function backslashesBefore(text: string, end: number): number {
  let count = 0
  while (text[end - 1 - count] === '\\') count += 1
  return count
}

/** The reverse of `writeJson`: canonical text in, the same text out again. */
export function readJson(text: string): Json {
  return readJsonAs<Json>(text, {
    number: (digits) => new ExactNumber(digits),
    other: (value) => value,
    list: (items) => items,
    // Object.fromEntries defines members instead of assigning them, so that `__proto__` is a name like any other.
    object: (members) => Object.fromEntries(members),
  })
}
