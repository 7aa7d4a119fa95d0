// Which fields a header may mean, by its words alone.
import { findField } from '#core/catalogue/index.ts'
import { formatTarget, parseTarget } from '#core/model/mapping.ts'
import { bareText } from '#core/values/converted.ts'
import { spellingsOf } from '#core/values/enum.ts'
import type { Candidate } from './candidate.ts'
import { composedNames } from './composed-names.ts'
import { findTarget } from './field-path.ts'
import { fieldsByName } from './field-names.ts'
import type { NamedField } from './field-names.ts'
import { headerWords, withoutBrackets, wordsKey } from './header-words.ts'
import { isStale, nearNames } from './near-names.ts'

const scoreOf: Readonly<Record<NamedField['kind'], number>> = { own: 0.97, alias: 0.95, weak: 0.6 }

/** In sheets called "Sites" or "Contacts" a plain "Name" or "Start date" is that of the site or contact. */
export type LevelHint = 'customer' | 'site' | 'contact' | null

export function candidatesOf(header: string, hint: LevelHint): readonly Candidate[] {
  // The marks of QuickBooks' interchange files say what a line is.
  if (header.startsWith('!')) return []
  const path = ownPath(header)
  if (path !== null) return [path]
  const custom = customField(header)
  if (custom !== null) return [custom]
  const whole = headerWords(header)
  const bare = headerWords(withoutBrackets(header))
  const found = [...byWords(whole, hint), ...secondOwner(header)]
  const short = wordsKey(bare) === wordsKey(whole) || found.some(isName) ? [] : byWords(bare, hint).map((candidate) => ({ ...candidate, score: candidate.score - 0.03 }))
  const named = bestOfEach([...found, ...short, ...(found.some(isName) ? [] : alternatives(header, hint))])
  return named.length > 0 ? named : nearNames(bare.length === 0 ? whole : bare)
}

const isName = ({ kind }: Candidate): boolean => kind === 'name' || kind === 'composed'

/** "City/town/village", "Post code or ZIP": several words for one thing, where those that mean something mean the same. */
function alternatives(header: string, hint: LevelHint): readonly Candidate[] {
  const parts = header.split(/\/|\bor\b/i).map(headerWords).filter((words) => words.length > 0)
  if (parts.length < 2) return []
  const found = parts.flatMap((words) => byWords(words, hint).filter(isName))
  const [first] = found
  if (first !== undefined) return found.every(({ target }) => formatTarget(target) === formatTarget(first.target)) ? [{ ...first, kind: 'composed', score: 0.8 }] : []
  return choicesNamed(header)
}

/** "Ltd / sole trader / private": the header lists what may stand in the column. */
function choicesNamed(header: string): readonly Candidate[] {
  const choices = header.split(/\/|\bor\b/i).map((part) => bareText(part)).filter((part) => part !== '')
  return choices.length < 2 ? [] : chosenFields.flatMap((path) => {
    const entry = findField(path)
    const spellings = entry?.type.kind === 'enum' ? spellingsOf(entry.type) : null
    return entry !== null && spellings !== null && choices.every((choice) => spellings.has(choice)) ? [{ target: { field: path }, entry, kind: 'composed', score: 0.85, because: 'The header lists the values of this field.' } as const] : []
  })
}

const chosenFields = ['customer.customerType', 'site.siteInvoiceDetails.paymentMethod', 'siteContact.receiveInvoiceBy'] as const

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
  const found = bestOfEach([...plain, ...hinted])
  return found.some(({ kind }) => kind === 'name') || isStale(words) ? found : bestOfEach([...found, ...composedNames(words)])
}

function lookUp(words: readonly string[]): readonly Candidate[] {
  const named = fieldsByName().get(wordsKey(words)) ?? []
  return named.map(({ entry, kind }) => ({ target: { field: entry.path }, entry, kind: kind === 'weak' ? 'weak' : 'name', score: scoreOf[kind] }))
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
