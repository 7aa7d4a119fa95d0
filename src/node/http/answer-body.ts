import { ErrorBody } from '#api/schemas/error.ts'
import { readJsonAs } from '#core/model/read-json.ts'
import type { HttpAnswer } from './exchange.ts'
import { fitToShow } from './fit-to-show.ts'
import { readPlainJson } from './plain-json.ts'

/** An answer as JSON, a long whole number as its digits so that an int64 id stays exact; undefined when it is none. */
export function readJsonBody(text: string): unknown {
  const quick = readPlainJson(text)
  if (quick !== undefined) return quick
  try {
    return readJsonAs<unknown>(text, {
      number: (digits) => (/^-?\d+$/.test(digits) && !Number.isSafeInteger(Number(digits)) ? digits : Number(digits)),
      other: (value) => value,
      list: (items) => items,
      object: (members) => Object.fromEntries(members),
    })
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** What the server says is wrong (elevate-api.md 2.5), fit to be shown; null when it says nothing we can read. */
export function errorText({ body }: Pick<HttpAnswer, 'body'>): string | null {
  const parsed = ErrorBody.safeParse(readJsonBody(body))
  if (!parsed.success) return null
  const text = fitToShow(parsed.data.message ?? parsed.data.error ?? '')
  return text === '' ? null : text
}

/** Something that speaks JSON answered, even if not in words we know. */
export function isJsonObject({ body }: Pick<HttpAnswer, 'body'>): boolean {
  const value = readJsonBody(body)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A page for people, from a gateway or a portal. */
export function looksLikeHtml({ headers, body }: HttpAnswer): boolean {
  return (headers['content-type'] ?? '').toLowerCase().includes('html') || body.trimStart().startsWith('<')
}
