import { ExactNumber, type Json } from './json.ts'

/** Deeper than any body of the API; keeps a hostile answer from exhausting the stack. */
const MAX_DEPTH = 64
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const [QUOTE, BACKSLASH] = [34, 92]
/** With its quotes. V8 copies parts of a text up to this length; a longer one refers to the text. */
const MOST_COPIED = 14

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
  const space = (): void => {
    at = endOfSpace(text, at)
  }
  const skip = (token: string): boolean => {
    space()
    if (!text.startsWith(token, at)) return false
    at += token.length
    return true
  }
  const quoted = (): string => {
    const found = text.slice(at, endOfQuoted(text, at) ?? wrong())
    at += found.length
    return unquote(found)
  }
  const members = (depth: number): Value => {
    const found = new Map<string, Value>()
    if (skip('}')) return parts.object([])
    do {
      space()
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
  const number = (): Value => {
    NUMBER.lastIndex = at
    const [digits = wrong()] = NUMBER.exec(text) ?? []
    at += digits.length
    return parts.number(digits)
  }
  const value = (depth: number): Value => {
    if (depth > MAX_DEPTH) wrong()
    space()
    switch (text[at]) {
      case '"': return parts.other(quoted())
      case '{': return skip('{') ? members(depth + 1) : wrong()
      case '[': return skip('[') ? items(depth + 1) : wrong()
      case 't': return skip('true') ? parts.other(true) : wrong()
      case 'f': return skip('false') ? parts.other(false) : wrong()
      case 'n': return skip('null') ? parts.other(null) : wrong()
      default: return number()
    }
  }
  const whole = value(0)
  space()
  return at === text.length ? whole : wrong()
}

function endOfSpace(text: string, from: number): number {
  let at = from
  for (let code = text.charCodeAt(at); code === 32 || code === 9 || code === 10 || code === 13; code = text.charCodeAt(at)) at += 1
  return at
}

/** Behind the closing quote; null where no text in quotes begins, or none ends. */
function endOfQuoted(text: string, from: number): number | null {
  if (text.charCodeAt(from) !== QUOTE) return null
  for (let at = from + 1; ; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at + 1
    // Past the end it is NaN.
    if (!(code >= 32)) return null
    if (code === BACKSLASH) at += 1
  }
}

/** JSON.parse judges the escapes. A long part of a text would keep the whole of it in memory, so that it is copied as well. */
function unquote(quoted: string): string {
  return quoted.length <= MOST_COPIED && !quoted.includes('\\') ? quoted.slice(1, -1) : (JSON.parse(quoted) as string)
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
