/**
 * JSON with exact numbers. Ids are int64 and the credit threshold goes to 1e17: neither survives floating point, so a number
 * is kept as its decimal text until it is written.
 */
export class ExactNumber {
  // A class so that it can never be mistaken for an object of a body.
  readonly text: string
  constructor(text: string) {
    if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) throw new Error('ExactNumber needs plain decimal text')
    this.text = text
  }
}

export type Json = string | boolean | null | ExactNumber | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [property: string]: Json
}

/**
 * The one text of a body: no white space, properties in the order given (the API's own order, made by the plan stage).
 * Same value, same text; the bytes sent are exactly the bytes planned and hashed.
 */
export function writeJson(value: Json): string {
  if (value instanceof ExactNumber) return value.text
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value as JsonObject)
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${writeJson(member)}`).join(',')}}`
  }
  return typeof value === 'string' ? writeText(value) : String(value)
}

/** A value as people read it: a text without its quotes, yes or no, a number with all of its digits. */
export function plainText(value: Json): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? value : writeJson(value)
}

/** As `JSON.stringify` has it. Nearly no text needs an escape, and to see that is much quicker than to ask for one. */
function writeText(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 32 || code === 34 || code === 92 || (code >= 0xd800 && code <= 0xdfff)) return JSON.stringify(text)
  }
  return `"${text}"`
}
