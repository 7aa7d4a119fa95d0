// JSON as it stands on the wire: whole numbers beyond 2^53 become bigints and go out again as the same digits, so that the
// judge never rounds an id that the client kept exact. Decimals stay numbers.
export type JsonValue = string | number | bigint | boolean | null | readonly JsonValue[] | JsonObject
/** A property that is undefined is absent from the text. */
export type JsonObject = { readonly [key: string]: JsonValue | undefined }

/** No text of a client's begins with a NUL by accident, and one that does loses nothing unless digits follow. */
const MARK = '\u0000int:'
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const LONG_INTEGER = /^-?[1-9]\d{15,}$/
const DIGITS = /^-?\d+$/

const mark = (token: string): string =>
  LONG_INTEGER.test(token) && !Number.isSafeInteger(Number(token)) ? JSON.stringify(MARK + token) : token

/** Throws a SyntaxError (or a RangeError for absurd nesting) when the text is no JSON. */
export function parseWireJson(text: string): JsonValue {
  return JSON.parse(text.replace(TOKEN, mark), (_key, value: JsonValue) => {
    const digits = typeof value === 'string' && value.startsWith(MARK) ? value.slice(MARK.length) : ''
    return DIGITS.test(digits) ? BigInt(digits) : value
  }) as JsonValue
}

export function writeWireJson(value: JsonValue): string {
  const text = JSON.stringify(value, (_key, inner: JsonValue) => (typeof inner === 'bigint' ? `${MARK}${inner}` : inner))
  return text.replace(/"\\u0000int:(-?\d+)"/g, '$1')
}

export const isJsonObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
