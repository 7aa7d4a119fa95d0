// Which fields a header may mean, by its words alone.
import type { Level } from '#core/model/field.ts'
import { parseTarget } from '#core/model/mapping.ts'
import type { Candidate } from './candidate.ts'
import { findTarget } from './field-path.ts'
import { fieldsByName } from './field-names.ts'
import type { NamedField } from './field-names.ts'
import { headerWords, withoutBrackets, wordsKey } from './header-words.ts'
import { nearNames } from './near-names.ts'

const scoreOf: Readonly<Record<NamedField['kind'], number>> = { own: 0.97, alias: 0.95, weak: 0.6 }

/** In sheets called "Sites" or "Contacts" a plain "Name" or "Start date" is that of the site or contact. */
export type LevelHint = 'customer' | 'site' | 'contact' | null

export function candidatesOf(header: string, hint: LevelHint): readonly Candidate[] {
  const path = ownPath(header)
  if (path !== null) return [path]
  const custom = customField(header)
  if (custom !== null) return [custom]
  const whole = headerWords(header)
  const bare = headerWords(withoutBrackets(header))
  const found = [...byWords(whole, hint), ...secondOwner(header)]
  const short = wordsKey(bare) === wordsKey(whole) ? [] : byWords(bare, hint).map((candidate) => ({ ...candidate, score: candidate.score - 0.03 }))
  const named = bestOfEach([...found, ...short])
  return named.length > 0 ? named : nearNames(bare.length === 0 ? whole : bare)
}

/** `site.siteAddress.postcode` or `siteContact[2].contactName` as the header: taken as it is. */
function ownPath(header: string): Candidate | null {
  const parsed = parseTarget(header.trim())
  const found = parsed === null ? null : findTarget(parsed)
  return found === null ? null : { ...found, kind: 'path', score: 1 }
}

/** Property names that two objects of the API share: written exactly so, the second one is meant where the first has its column. */
const secondOwners: Readonly<Record<string, string>> = {
  startDate: 'site.startDate', endDate: 'site.endDate', accountNumber: 'site.siteInvoiceDetails.accountNumber', accountName: 'site.siteInvoiceDetails.accountName',
}

function secondOwner(header: string): readonly Candidate[] {
  const field = Object.hasOwn(secondOwners, header.trim()) ? secondOwners[header.trim()] : undefined
  const found = field === undefined ? null : findTarget({ field })
  return found === null ? [] : [{ ...found, kind: 'name', score: 0.9 }]
}

/** "Custom field: Tier", "Site custom field - Meter". */
function customField(header: string): Candidate | null {
  const shape = /^\s*(?:(site|customer)\s+)?custom\s*fields?\s*[:.\-–]\s*(\S.*)$/is.exec(header)
  if (shape === null) return null
  const level = shape[1]?.toLowerCase() === 'site' ? 'site' : 'customer'
  return { target: { field: `${level}.customFields.${shape[2]?.trim() ?? ''}` }, entry: null, kind: 'name', score: 0.9 }
}

function byWords(words: readonly string[], hint: LevelHint): readonly Candidate[] {
  if (words.length === 0) return []
  const plain = lookUp(words)
  const hinted = hint === null ? [] : lookUp([hint, ...words]).map((candidate) => ({ ...candidate, score: Math.min(candidate.score + 0.02, 0.99) }))
  const found = bestOfEach([...plain, ...hinted, ...nameParts(words)])
  const strong = found.some(({ kind }) => kind === 'name')
  return strong ? found : bestOfEach([...found, ...wideColumn(words)])
}

function lookUp(words: readonly string[]): readonly Candidate[] {
  const named = fieldsByName.get(wordsKey(words)) ?? []
  return named.map(({ entry, kind }) => ({ target: { field: entry.path }, entry, kind: kind === 'weak' ? 'weak' : 'name', score: scoreOf[kind] }))
}

const firstNames = /\b(?:first name|forename|given name|christian name|first|fname)\b/
const lastNames = /\b(?:last name|surname|family name|last|lname)\b/

/** "First name" and "Surname" are halves of `contactName`, of the contact that the other words say. */
function nameParts(words: readonly string[]): readonly Candidate[] {
  const text = words.join(' ')
  const part = firstNames.test(text) ? 'first' : lastNames.test(text) ? 'last' : null
  if (part === null) return []
  const rest = text.replace(part === 'first' ? firstNames : lastNames, '').split(' ').filter((word) => word !== '' && word !== 'name')
  const named = lookUp(rest.length === 0 ? ['contact', 'name'] : [...rest, 'name'])
  return named.flatMap((candidate) => (candidate.entry?.apiPath[0] === 'contactName' ? [{ ...candidate, target: { ...candidate.target, part } }] : []))
}

const wideLevels: readonly (readonly [RegExp, readonly Level[]])[] = [
  [/^(?:site |customer |billing |invoice |account )?contact /, ['siteContact', 'customerContact']],
  [/^(?:site|location|premise|branch) /, ['site']],
]

/** "Contact 2 name", "Site 3 postcode", "Contact name 2": the number says which contact or site of the row. */
function wideColumn(words: readonly string[]): readonly Candidate[] {
  const at = words.findIndex((word) => /^[1-9]\d?$/.test(word))
  const number = words[at]
  if (number === undefined || at === 0) return []
  const rest = words.filter((_, position) => position !== at)
  const levels = wideLevels.find(([start]) => start.test(`${rest.join(' ')} `))?.[1]
  const atEnd = at === words.length - 1
  const allowed = levels ?? (atEnd ? (['siteContact'] as const) : [])
  const named = [...lookUp(rest), ...nameParts(rest)]
  return named.flatMap((candidate) => {
    const level = candidate.entry?.level
    return level !== undefined && allowed.includes(level) && candidate.kind === 'name' ? [{ ...candidate, target: { ...candidate.target, index: Number(number) } }] : []
  })
}

function bestOfEach(candidates: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const key = `${candidate.target.field}[${candidate.target.index ?? ''}]#${candidate.target.part ?? ''}`
    const known = best.get(key)
    if (known === undefined || known.score < candidate.score) best.set(key, candidate)
  }
  return [...best.values()]
}

/** No word of the header means anything here: blank, "Column 7", "Unnamed: 3". */
export function isMeaningless(header: string): boolean {
  return headerWords(header).every((word) => /^(?:\d+|column|col|field|unnamed|untitled)$/.test(word))
}
