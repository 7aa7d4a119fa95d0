// Headers that say a thing and whose it is, in words that no list holds together.
import type { Candidate } from './candidate.ts'
import { fieldsByName } from './field-names.ts'
import { findTarget } from './field-path.ts'
import type { OwnedWords, Owner } from './header-owner.ts'
import { readOwner, withoutNumber } from './header-owner.ts'
import { wordsKey } from './header-words.ts'

const siteAddress = 'site.siteAddress.'
const invoiceAddress = 'site.siteInvoiceDetails.invoiceAddress.'
const invoiceDetails = 'site.siteInvoiceDetails.'

interface Found {
  readonly field: string
  readonly cost: number
}

/** Fields that the words name once owner, number and empty words are set apart; none where a word is left that names nothing. */
export function composedNames(words: readonly string[]): readonly Candidate[] {
  if (/^(?:number|count|total) of /.test(words.join(' '))) return []
  const { part, rest: whole } = namePart(words)
  const owned = readOwner(whole)
  return readings(owned, part !== undefined).flatMap(({ field, cost, tail }) => {
    const target = findTarget({ field, ...numbersFor(field, owned, tail), ...(part === undefined ? {} : { part }) })
    if (target === null || (tail !== undefined && target.target.index === undefined)) return []
    // The second email or address of one person may be another person's, another site's, or neither's.
    const unowned = (tail ?? 1) > 1 && owned.owners.size === 0
    const unsure = (owned.block ?? 1) > 1 || (unowned && field.endsWith('Number')) ? 0.4 : unowned ? 0.17 : 0
    return [{ ...target, kind: 'composed', score: Math.max(0.93 - cost - unsure, 0.3) } as const]
  })
}

interface Reading extends Found {
  /** A number that counts contacts or sites. */
  readonly tail?: number
}

function readings(owned: OwnedWords, isPart: boolean): readonly Reading[] {
  const found = isPart ? halfOf(owned) : fieldsOf(owned)
  if (found.length > 0) return found
  const numberless = withoutNumber(owned.rest)
  if (numberless === null) return []
  const counted = { ...owned, rest: numberless.words }
  return (isPart ? halfOf(counted) : fieldsOf(counted)).map((one) => ({ ...one, tail: numberless.number }))
}

/** "First name" and "surname" are halves of a contact's name, the customer's too where the customer is a person. */
function namePart(words: readonly string[]): { readonly part?: 'first' | 'last'; readonly rest: readonly string[] } {
  const text = ` ${words.join(' ')} `
  const shape = / (?:first|given|christian) name | (?:last|family|sur) name | surname | (?:first|last) $/.exec(text)
  if (shape === null || (!shape[0].includes('name') && words.length > 2)) return { rest: words }
  return { part: /first|given|christian/.test(shape[0]) ? 'first' : 'last', rest: text.replace(shape[0], ' ').trim().split(' ').filter((word) => word !== '') }
}

function halfOf({ owners, rest, dropped }: OwnedWords): readonly Found[] {
  if (rest.length > 0) return []
  return [{ field: owners.has('customer') && owners.has('person') ? 'customerContact.contactName' : 'siteContact.contactName', cost: 0.01 * dropped }]
}

function fieldsOf({ owners, rest, dropped, last, tails }: OwnedWords): readonly Found[] {
  const cost = 0.01 * Math.min(dropped, 3)
  const whole = tails.filter(({ words }) => words.length > rest.length).map((tail) => bare(tail.words, tail.owners)).find((fields) => fields.length > 0)
  if (whole !== undefined) return whole.map((field) => ({ field, cost }))
  if (last === 'company' && rest.includes('address')) return [{ field: 'site.siteAddress.businessName', cost: 0.3 }]
  if (rest.length === 0) return ownersAlone(owners, last).map((field) => ({ field, cost }))
  for (const words of restsOf(rest)) {
    const named = prefixed(words, owners) ?? bare(words, owners)
    if (named.length > 0) return named.map((field) => ({ field, cost }))
  }
  return []
}

/** Nothing but owners: "Billing Contact" is a person, "Person: Organisation" a customer. */
function ownersAlone(owners: ReadonlySet<Owner>, last: Owner | undefined): readonly string[] {
  if (last === 'person') return owners.has('customer') ? [] : ['siteContact.contactName']
  return last === 'company' && owners.has('person') ? ['customer.customerName'] : []
}

/** "Default Address City": beside another word of an address the word itself says nothing; nor does "code" or "key" at the end. */
function restsOf(rest: readonly string[]): readonly (readonly string[])[] {
  const withoutAddress = rest.filter((word) => word !== 'address')
  const withoutEnd = /^(?:code|number|key|name)$/.test(rest.at(-1) ?? '') ? rest.slice(0, -1) : []
  return [rest, withoutAddress, withoutEnd].filter((words, at) => words.length > 0 && (at === 0 || words.length < rest.length) && (at < 2 || safeWithoutEnd.has(wordsKey(words))))
}

/** "Country key", "County name", "Payment method code". */
const safeWithoutEnd: ReadonlySet<string> = new Set(['country', 'county', 'countryregion', 'state', 'stateprovince', 'town', 'city', 'paymentmethod', 'sort', 'billingcycle', 'customertype', 'street', 'telephone', 'mobile', 'phone'])

const prefixes: readonly (readonly [readonly Owner[], readonly string[]])[] = [
  [['customer', 'person'], ['customer', 'contact']], [['invoice', 'person'], ['contact']], [['site', 'person'], ['contact']], [['delivery', 'person'], ['contact']], [['account', 'person'], ['contact']], [['person'], ['contact']],
  [['invoice'], ['invoice']], [['site'], ['site']], [['customer'], ['customer']], [['account'], ['account']], [['company'], ['company']], [['company', 'person'], ['contact']], [['customer', 'site'], ['site']],
]

/** By the names that the lists hold with an owner: "site" and "name". Null where there are none. */
function prefixed(words: readonly string[], owners: ReadonlySet<Owner>): readonly string[] | null {
  const prefix = prefixes.find(([needed]) => needed.length === owners.size && needed.every((owner) => owners.has(owner)))?.[1]
  const found = prefix === undefined ? [] : strong([...prefix, ...words])
  return found.length > 0 ? found : null
}

function strong(words: readonly string[]): readonly string[] {
  return (fieldsByName().get(wordsKey(words)) ?? []).flatMap(({ entry, kind }) => (kind === 'weak' ? [] : [entry.path]))
}

/** By the name alone, moved to where the owner has it; none where the owner cannot have such a thing. */
function bare(words: readonly string[], owners: ReadonlySet<Owner>): readonly string[] {
  return strong(words).flatMap((path) => {
    if (path.startsWith(siteAddress)) {
      if (owners.has('person')) return []
      return [owners.has('invoice') && !owners.has('site') && !owners.has('delivery') ? path.replace(siteAddress, invoiceAddress) : path]
    }
    if (path.startsWith('siteContact.')) return [path]
    if (path.startsWith(invoiceDetails)) return owners.has('person') ? [] : [path]
    if (owners.has('delivery') && (path === 'customer.startDate' || path === 'customer.endDate')) return [path.replace('customer.', 'site.')]
    if (path.startsWith('customer.')) return owners.has('site') || owners.has('delivery') || owners.has('person') ? [] : [path]
    return owners.has('person') || owners.has('invoice') || owners.has('delivery') || owners.has('account') || (owners.has('customer') && !owners.has('site')) ? [] : [path]
  })
}

/** Which contact or site of the row: only levels that a row may hold several of have numbers. */
function numbersFor(field: string, { site, contact, block, owners }: OwnedWords, tail: number | undefined): { readonly index?: number; readonly site?: number } {
  const given = (index: number | undefined): { readonly index?: number } => (index === undefined ? {} : { index })
  if (field.startsWith('siteContact.')) return { ...given(contact ?? tail), ...(site === undefined ? {} : { site }) }
  if (field.startsWith('customerContact.')) return given(contact ?? tail)
  if (field.startsWith(siteAddress)) return given(site ?? block ?? (owners.has('site') ? tail : undefined))
  if (field.startsWith('site.')) return given(site ?? (owners.has('site') ? tail : undefined))
  return {}
}
