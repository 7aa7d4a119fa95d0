// Header texts as plain words: case, accents, punctuation, abbreviations and plurals out of the way.
import { inEnglish } from './foreign-words.ts'

/** Abbreviations of headers in exports; each side of a comparison goes through it, so "A/C No." and "account number" meet. */
const meanings: Readonly<Record<string, string>> = {
  no: 'number', num: 'number', nbr: 'number', nr: 'number', numb: 'number', ref: 'reference', reff: 'reference', refer: 'reference', tel: 'telephone', teleph: 'telephone', acc: 'account', acct: 'account',
  ac: 'account', acnt: 'account', cust: 'customer', addr: 'address', add: 'address', org: 'organisation', organization: 'organisation', dd: 'direct debit', mob: 'mobile', ph: 'phone', inv: 'invoice',
  amt: 'amount', freq: 'frequency', mth: 'month', dt: 'date', nm: 'name', alt: 'alternative', alternate: 'alternative', pref: 'preferred', reg: 'registration', identifier: 'id',
  ident: 'id', '1st': 'first', '2nd': 'second', '3rd': 'third', mail: 'email', pymt: 'payment', pmt: 'payment', cty: 'county', ctry: 'country', biz: 'business', co: 'company', comp: 'company',
  zipcode: 'zip code', sortcode: 'sort code', lmt: 'limit', lim: 'limit', cd: 'code', cnty: 'county', desc: 'description', descr: 'description', ln: 'line', cont: 'contact', cntct: 'contact', forename: 'first name',
  firstname: 'first name', lastname: 'last name', fname: 'first name', lname: 'last name', companyname: 'company name', customername: 'customer name', phoneno: 'phone number', telno: 'telephone number',
  'tele': 'telephone', qty: 'quantity', instl: 'installation',
  svc: 'service', del: 'delivery', deliv: 'delivery', shpg: 'shipping', blng: 'billing', emailid: 'email', 'emailaddr': 'email address', ctct: 'contact', cred: 'credit', ord: 'order', consumer: 'customer',
  gc: 'gocardless', pcd: 'postcode', pstcd: 'postcode', supp: 'supply', prem: 'premise', corr: 'correspondence', attn: 'attention', qb: 'quickbooks', crlimit: 'credit limit', teleno: 'telephone number',
  mobno: 'mobile number', emailadd: 'email address', cmpy: 'company', cmp: 'company', meth: 'method', typ: 'type',
}

const pairs: readonly (readonly [RegExp, string])[] = [
  [/\be mail\b/g, 'email'], [/\bpost code\b/g, 'postcode'], [/\ba c\b/g, 'account'], [/\bsub brand\b/g, 'subbrand'], [/\btele phone\b/g, 'telephone'],
  [/\bd d\b/g, 'direct debit'], [/\bp o\b/g, 'po'], [/\bp code\b/g, 'postcode'], [/\bs code\b/g, 'sort code'], [/\bc o\b/g, 'care of'], [/\bt a\b/g, 'trading as'], [/\bcell ?phone\b/g, 'mobile'], [/\bmobilephone\b/g, 'mobile phone'],
  [/\bship to\b/g, 'shipping'], [/\bs c\b/g, 'sort code'], [/^(?:manager|mgr) (?=(?:name|email|telephone|tel|phone|mobile|mob)\b)/g, 'contact '],
  // Xero's own property names.
  [/\baddress(?:es)? po ?box\b/g, 'postal address'], [/\baddresses street (?=city|postal|region|country|attention)/g, 'address '], [/\bphones default\b/g, 'phone'], [/\bphones (?=mobile|fax)/g, ''],
  [/\bsold to\b/g, 'customer'], [/\bend (?:customer|client)\b/g, 'customer'], [/\bend user\b/g, 'customer'], [/^subscriber (?=(?:number|no|id|name|ref|reference)\b)/g, 'customer '], [/\bemail id\b/g, 'email'], [/\b(?:dd|direct debit) bank\b/g, 'bank'], [/\b(supply|delivery|service) point\b/g, '$1'], [/\bmain (?:no|num|number)\b/g, 'main telephone number'],
  // The post's address, where the word behind it is part of one.
  [/\bmail (?=(?:addr|address|add) ?(?:line ?)?\d|(?:street|town|city|county|state|zip|postcode|pcode|country|suburb)\b)/g, 'mailing '], [/\baccounts? payable\b|\bap(?= (?:contact|email|telephone|phone|tel|name)\b)/g, 'accounts'], [/\bpurchase ledger(?= (?:contact|email|telephone|phone|tel)\b)/g, 'accounts'], [/\bbill to\b/g, 'bill to'], [/\bphone numbers\b/g, 'phone number'],
]

/** Hints on how to fill a column in, not what it is. */
const hints = /\b(?:d{1,2}[-/. ]m{1,3}[-/. ]y{2,4}|m{1,2}[-/. ]d{1,2}[-/. ]y{2,4}|y{4}[-/. ]m{1,2}[-/. ]d{1,2}|y ?\/ ?n|yes ?\/ ?no|true ?\/ ?false|required|mandatory|optional)\b/gi

/** "Default Address Address1" says it twice. */
const repeated = new Set(['address', 'account', 'contact', 'customer', 'site', 'phone'])

const fillers = new Set(['the', 'please', 'enter', 'your', 'our', 's', 'be'])

function singular(word: string): string {
  // "Terms" and "days" are those of payment; a "term" is a contract's, a "day" one of the month.
  if (word.length <= 3 || word === 'terms' || word === 'days' || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** The words of a header: "customerAccountNumber", "Customer A/C No." and "customer account numbers" give the same three. */
export function headerWords(header: string): readonly string[] {
  const before = known.get(header)
  if (before !== undefined) return before
  const found = splitHeader(header)
  if (known.size < knownLimit) known.set(header, found)
  return found
}

/** The steps of the matching ask for the same headers again and again. */
const known = new Map<string, readonly string[]>()
const knownLimit = 2_000

/** The same without keeping it: for the thousands of names of the catalogue, which are asked for once. */
export function splitHeader(header: string): readonly string[] {
  const english = inEnglish(isPlain.test(header) && header.search(hints) < 0 ? header : spaced(header))
  const joined = english.search(anyPair) < 0 ? english : pairs.reduce((text, [pair, word]) => text.replace(pair, word), english)
  return joined
    .split(' ')
    .map((word) => (Object.hasOwn(meanings, singular(word)) ? (meanings[singular(word)] ?? word) : singular(word)))
    .flatMap((word) => word.split(' '))
    .filter((word) => word !== '' && !fillers.has(word))
    .filter((word, at, all) => (word !== all[at - 1] || !repeated.has(word)) && !(word === 'number' && all[at - 1] === 'reference'))
}

/** Words as `spaced` would leave them, as most names of the catalogue are. */
const isPlain = /^[a-z]+(?: [a-z]+)*$/
/** Where none of the pairs stands, none comes to stand. */
const anyPair = new RegExp(pairs.map(([{ source }]) => source).join('|'))

/** Lower case without accents and signs, one space between words. */
function spaced(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    // Salesforce's ending of custom fields and of what they lead to.
    .replace(/__(?:c|pc|r)(?![a-z])/gi, ' ')
    .replace(hints, ' ')
    .replaceAll('#', ' number ')
    .replace(/\bn\s?[°º]/giu, ' number ')
    .replaceAll('&', ' and ')
    .replace(/\b([dl])['’]/giu, '$1 ')
    .replace(/['’`]/g, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(?!st\b|nd\b|rd\b|th\b)(\p{L})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** One text for a look-up. Spaces do not count: "ACCOUNTNUMBER" is "account number". */
export function wordsKey(words: readonly string[]): string {
  return words.join('')
}

/** The header without what stands in brackets: "Payment terms (days)" is also "Payment terms"; `customer[email]` stays as it is. */
export function withoutBrackets(header: string): string {
  return header.replace(/\([^)]*\)|(?<!\S)\[[^\]]*\]/g, ' ')
}
