// Whose a header's thing is: "Billing City", "Site 2 Contact 3 Name", "2nd Contact Email", "Postcode (Delivery)".

export type Owner = 'invoice' | 'site' | 'delivery' | 'person' | 'customer' | 'company' | 'account'

const ownerWords: Readonly<Record<Owner, ReadonlySet<string>>> = {
  invoice: new Set(['billing', 'bill', 'invoice', 'invoicing', 'mailing', 'postal', 'correspondence', 'remittance', 'statement']),
  site: new Set(['site', 'premise', 'location', 'store', 'branch', 'property', 'depot', 'outlet', 'shop', 'venue']),
  // A site's address and dates may be called so, and never its name: a "Service name" is a product's.
  delivery: new Set(['shipping', 'ship', 'delivery', 'deliver', 'service', 'supply', 'installation', 'install', 'physical', 'trading', 'usage', 'station', 'plot', 'unit']),
  person: new Set(['contact', 'person', 'recipient', 'signatory', 'representative']),
  customer: new Set(['customer', 'client', 'debtor', 'tenant', 'occupier', 'buyer']),
  company: new Set(['company', 'organisation', 'business', 'firm']),
  account: new Set(['account']),
}

const ranks: Readonly<Record<string, number>> = {
  primary: 1, main: 1, default: 1, principal: 1, key: 1, first: 1, lead: 1, preferred: 1, head: 1, registered: 1, secondary: 2, second: 2, alternative: 2, additional: 2, backup: 2, third: 3, tertiary: 3, fourth: 4, fifth: 5,
}

/** Words that say nothing about which field it is. */
const noise: ReadonlySet<string> = new Set([
  'value', 'detail', 'info', 'information', 'field', 'data', 'current', 'work', 'office', 'new', 'nearest', 'full', 'exact', 'correct', 'of', 'for', 'on', 'in', 'to', 'at', 'and', 'or', 'gbp', 'eur', 'usd', 'text', 'daytime', 'direct', 'general', 'entry', 'string', 'day',
])

/** A number behind one of these belongs to it: line 2, telephone 2. */
const numberedWords: ReadonlySet<string> = new Set(['line', 'street', 'telephone', 'phone', 'mobile', 'email', 'address', 'name', 'postcode', 'town', 'city', 'addr'])

export interface OwnedWords {
  readonly owners: ReadonlySet<Owner>
  readonly site?: number
  readonly contact?: number
  /** "Address 2 - City": the second of the row's address blocks. */
  readonly block?: number
  /** Of the last word, where that is one. */
  readonly last?: Owner
  /** Everything behind one, two or more owners at the start, as it stands: "bank account name" of a customer. */
  readonly tails: readonly Tail[]
  /** What is left: the thing itself. */
  readonly rest: readonly string[]
  /** How many words were passed over because they say nothing. */
  readonly dropped: number
}

export interface Tail {
  readonly owners: ReadonlySet<Owner>
  readonly words: readonly string[]
}

const isNumber = (word: string | undefined): word is string => word !== undefined && /^[1-9]\d?$/.test(word)

function ownerOf(word: string | undefined): Owner | undefined {
  if (word === undefined) return undefined
  return (Object.keys(ownerWords) as readonly Owner[]).find((owner) => ownerWords[owner].has(word))
}

/** Takes the words of a header apart. A number belongs to the word before it, an ordinal to the owner after it. */
export function readOwner(words: readonly string[]): OwnedWords {
  const owners = new Set<Owner>()
  const rest: string[] = []
  const numbers: { site?: number; contact?: number; block?: number } = {}
  let dropped = 0
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const next = words[at + 1]
    const owner = word === 'postal' && next === 'code' ? undefined : ownerOf(word)
    const rank = Object.hasOwn(ranks, word) ? ranks[word] : undefined
    if (owner !== undefined) {
      owners.add(owner)
      if (isNumber(next) && (owner === 'site' || owner === 'delivery' || owner === 'person' || at < words.length - 2)) {
        number(numbers, owner, Number(next))
        at += 1
      }
    } else if (rank !== undefined) {
      const owned = ownerOf(next)
      if (rank > 1 && (owned === 'person' || owned === 'site')) number(numbers, owned, rank)
      else if (rank > 1) rest.push(word)
      else dropped += rank === 1 && owned === undefined ? 1 : 0
    } else if (word === 'address' && isNumber(next) && at < words.length - 2 && !isNumber(words[at + 2])) {
      numbers.block = Number(next)
      at += 1
    } else if (noise.has(word)) dropped += 1
    else rest.push(word)
  }
  const last = ownerOf(words.findLast((word) => !isNumber(word)))
  return { owners, tails: tailsOf(words), ...numbers, ...(last === undefined ? {} : { last }), rest, dropped }
}

function tailsOf(words: readonly string[]): readonly Tail[] {
  const end = words.findIndex((word) => ownerOf(word) === undefined && !isNumber(word) && !Object.hasOwn(ranks, word) && !noise.has(word))
  return Array.from({ length: end === -1 ? words.length - 1 : end }, (_, at) => ({ owners: new Set(words.slice(0, at + 1).flatMap((word) => ownerOf(word) ?? [])), words: words.slice(at + 1) }))
}

function number(numbers: { site?: number; contact?: number }, owner: Owner, value: number): void {
  if (owner === 'site' || owner === 'delivery') numbers.site = value
  if (owner === 'person') numbers.contact = value
}

/** The rest without its one number, where that number may count contacts or sites: "Email 2", "Postcode 3". */
export function withoutNumber(rest: readonly string[]): { readonly words: readonly string[]; readonly number: number } | null {
  const places = rest.flatMap((word, at) => (isNumber(word) ? [at] : []))
  const [at] = places
  if (at === undefined || places.length > 1) return null
  const before = rest[at - 1]
  if (before !== undefined && !numberedWords.has(before) && at !== rest.length - 1) return null
  return { words: rest.filter((_, position) => position !== at), number: Number(rest[at]) }
}
