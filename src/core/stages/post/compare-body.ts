// What was sent against what the server shows of it. Only what is shown can differ: a property that is left out of the answer says
// nothing, and the server's own ones are not ours to judge.
import { ExactNumber, type Json, type JsonObject } from '#core/model/json.ts'

/** Zeros that stand for ids which only the server knows, and marks it sets itself when nobody is marked (elevate-api.md 5.4). */
const notOurs: ReadonlySet<string> = new Set(['customerId', 'siteIdReceivingInvoice', 'contactNameToAppearOnInvoice'])

/** What tells one item of a list from another, where there is something. */
const names = ['siteReference', 'contactName', 'customFieldDefinitionId', 'id'] as const

/** Paths of the properties that came out different, such as `sites[HQ].siteAddress.town`. Empty: as sent. */
export function differences(sent: Json, shown: unknown, path = ''): readonly string[] {
  if (shown === undefined || shown === null) return []
  if (Array.isArray(sent)) return Array.isArray(shown) ? sent.flatMap((item: Json) => itemDifferences(item, shown, path)) : [path]
  if (sent instanceof ExactNumber) return sameNumber(sent.text, shown) ? [] : [path]
  if (typeof sent !== 'object' || sent === null) return sent === shown ? [] : [path]
  if (typeof shown !== 'object') return [path]
  const seen = shown as Readonly<Record<string, unknown>>
  return Object.entries(sent as JsonObject).flatMap(([name, value]) =>
    notOurs.has(name) || !Object.hasOwn(seen, name) ? [] : differences(value, seen[name], path === '' ? name : `${path}.${name}`))
}

/** Lists come back in any order: some item must be as sent; else the one of the same name tells what differs. */
function itemDifferences(item: Json, shown: readonly unknown[], path: string): readonly string[] {
  const name = nameOf(item)
  const own = name === null ? shown : shown.filter((each) => nameOf(each) === name)
  const found = own.map((each) => differences(item, each, name === null ? path : `${path}[${name}]`))
  if (found.some((each) => each.length === 0)) return []
  return found[0] ?? [name === null ? path : `${path}[${name}]`]
}

function nameOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null
  const members = item as Readonly<Record<string, unknown>>
  for (const name of names) {
    const value = Object.hasOwn(members, name) ? members[name] : undefined
    if (value instanceof ExactNumber) return value.text
    if (typeof value === 'string' || typeof value === 'number') return String(value)
  }
  return null
}

/** `100`, `100.0` and "100" are one amount; ids beyond 2^53 arrive as digits and are compared as such. */
function sameNumber(text: string, shown: unknown): boolean {
  if (typeof shown === 'string') return shown === text
  return typeof shown === 'number' && (String(shown) === text || shown === Number(text))
}
