import type { IncomingHttpHeaders } from 'node:http'
import { LONGEST_WAIT_MS } from './retry-after.ts'

export interface RateLimit {
  readonly remaining: number
  /** From the moment the answer came. */
  readonly resetMs: number
}

const STRING = String.raw`"(?:[ !#-\[\]-~]|\\["\\])*"`
const TOKEN = String.raw`[A-Za-z*][\w!#$%&'*+.^\x60|~:/-]*`
const VALUE = String.raw`(?:${STRING}|${TOKEN}|-?\d{1,15}(?:\.\d{1,3})?|:[A-Za-z\d+/=]*:|\?[01])`
const PARAMETER = String.raw`; *([a-z*][a-z\d_.*-]*)(?:=(${VALUE}))?`
const name = new RegExp(String.raw`[ \t]*(?:${STRING}|${TOKEN})`, 'y')
const parameter = new RegExp(PARAMETER, 'y')
const separator = /[ \t]*(?:,|$)/y

/**
 * `RateLimit: "name";r=50;t=30` (draft-ietf-httpapi-ratelimit-headers-11), the tightest of several; null when it is absent, or when
 * any of it is malformed: the draft wants it ignored then.
 */
export function readRateLimit(headers: IncomingHttpHeaders): RateLimit | null {
  const field = headers['ratelimit']
  const text = typeof field === 'string' ? field.trim() : ''
  let at = 0
  const take = (shape: RegExp): RegExpExecArray | null => {
    shape.lastIndex = at
    const found = shape.exec(text)
    if (found !== null) at = shape.lastIndex
    return found
  }
  let tightest: RateLimit | null = null
  while (at < text.length) {
    if (take(name) === null) return null
    const parameters = new Map<string, string>()
    for (let found = take(parameter); found !== null; found = take(parameter)) parameters.set(found[1] ?? '', found[2] ?? '')
    if (take(separator) === null) return null
    const limit = limitOf(parameters)
    if (limit === null) return null
    if (tightest === null || limit.remaining < tightest.remaining || (limit.remaining === tightest.remaining && limit.resetMs > tightest.resetMs)) tightest = limit
  }
  return tightest
}

function limitOf(parameters: ReadonlyMap<string, string>): RateLimit | null {
  const [remaining, seconds] = [parameters.get('r') ?? '', parameters.get('t') ?? '']
  if (!/^\d+$/.test(remaining) || !/^\d+$/.test(seconds)) return null
  return { remaining: Number(remaining), resetMs: Math.min(LONGEST_WAIT_MS, Number(seconds) * 1000) }
}
