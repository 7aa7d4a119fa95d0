// Headers that name a thing and not whose it is ("Name", "Phone", "Account"), and values that say another thing than the header:
// the other columns and the values decide, or it is a question.
import { findField } from '#core/catalogue/index.ts'
import type { Candidate, ColumnChoices } from './candidate.ts'
import type { LevelHint } from './header-candidates.ts'
import { headerWords, wordsKey } from './header-words.ts'
import { looksLikeCode, looksLikeCompany, looksLikeStatus, looksLikeWholeAddress, mayBePerson, shareOf } from './text-look.ts'
import { looksLikeEmail, looksLikePhone, looksLikePostcode } from './value-shape.ts'

export const customerName = 'customer.customerName'
const accountNumber = 'customer.customerAccountNumber'
const contactName = 'siteContact.contactName'
const contactEmail = 'siteContact.contactEmailAddress'
const contactPhone = 'siteContact.contactTelephoneNumber'
const siteAddress = 'site.siteAddress.'
const invoiceAddress = 'site.siteInvoiceDetails.invoiceAddress.'
const bankDetails = 'site.siteInvoiceDetails.'
const bankAccount = 'site.siteInvoiceDetails.accountNumber'

/** What the other columns of the table say clearly. */
interface Others {
  readonly claim: (field: string) => boolean
  readonly hint: LevelHint
}

type Rule = (column: ColumnChoices, others: Others) => readonly Candidate[]

export function settleBareNames(columns: readonly ColumnChoices[], hint: LevelHint): readonly ColumnChoices[] {
  return columns.map((column, at) => {
    const claim = (field: string): boolean => columns.some(({ candidates }, other) => other !== at && candidates.some((candidate) => candidate.target.field === field && isClear(candidate)))
    const settled = ruleFor(column)(column, { claim, hint })
    return settled === column.candidates ? column : { ...column, candidates: settled.toSorted((left, right) => right.score - left.score) }
  })
}

const isClear = ({ score, kind, target }: Candidate): boolean => score >= 0.85 && kind !== 'weak' && kind !== 'values' && (target.index ?? 1) === 1

function ruleFor({ header, sample, candidates }: ColumnChoices): Rule {
  if (candidates[0]?.kind === 'path' || candidates[0]?.kind === 'learned') return (column) => column.candidates
  const key = wordsKey(headerWords(header))
  const named = Object.hasOwn(rules, key) ? rules[key] : undefined
  if (named !== undefined) return named
  if (candidates.some(({ target, score }) => target.field.endsWith('.address1') && score >= 0.7) && shareOf(sample, looksLikeWholeAddress) >= 0.6) return wholeAddress
  if (candidates.some(({ target, score }) => target.field.endsWith('.county') && score >= 0.7) && shareOf(sample, looksLikeStatus) >= 0.8) return (column) => ask(column, 'The values say in what state something is; they are no counties.')
  return sample.length >= 2 && shareOf(sample, looksLikePostcode) >= 0.8 ? postcode : (column) => column.candidates
}

/** Puts the candidate in the place of what stood there for its field. */
function propose({ candidates }: ColumnChoices, field: string, { score, because }: { readonly score: number; readonly because: string }): readonly Candidate[] {
  return [{ target: { field }, entry: findField(field), kind: 'composed', score, because }, ...candidates.filter((candidate) => candidate.target.field !== field)]
}

/** No candidate may be more than a question. */
function ask({ candidates }: ColumnChoices, because: string): readonly Candidate[] {
  return candidates.map((candidate) => ({ ...candidate, score: Math.min(candidate.score, 0.6), because }))
}

const name: Rule = (column, { claim, hint }) => {
  if (hint !== null || column.candidates.some(isClear)) return column.candidates
  const companies = shareOf(column.sample, looksLikeCompany)
  const people = shareOf(column.sample, mayBePerson)
  if (claim(customerName)) return ask(column, 'The header only says "name", and another column holds the customer\'s name.')
  if (companies > 0.5 || (companies >= 0.3 && claim(contactName))) return propose(column, customerName, { score: 0.9, because: 'The values are names of companies, and no other column holds the customer\'s name.' })
  if (claim(contactName) && people < 0.9) return propose(column, customerName, { score: 0.8, because: 'Another column holds the contact\'s name, so this is taken as Customer name.' })
  return ask(column, 'The header only says "name": it may be the customer\'s, the site\'s or a contact\'s.')
}

/** Beside another name a business name is part of the address; customers that have a number and no name are called by it. */
const businessName: Rule = (column, { claim, hint }) =>
  claim(customerName) || !claim(accountNumber) || hint === 'site' || hint === 'contact'
    ? column.candidates
    : propose({ ...column, candidates: ask(column, 'No other column holds the customer\'s name.') }, customerName, { score: 0.86, because: 'No other column holds the customer\'s name.' })

const phone: Rule = (column, { claim, hint }) => {
  if (hint === 'contact' || claim(contactName) || claim(contactEmail)) return column.candidates
  return hint === null && column.candidates.some(({ target }) => target.field === contactPhone)
    ? propose(column, contactPhone, { score: 0.75, because: 'No column says whose number it is, and only contacts have telephone numbers.' })
    : column.candidates
}

/** Xero calls the key of a customer so. */
const contactNumber: Rule = (column) =>
  column.sample.length === 0 || shareOf(column.sample, looksLikePhone) >= 0.2 ? column.candidates : ask(column, 'The values do not look like telephone numbers: this may be the number of a customer.')

/** A plain "Reference" or "Code" of customers that have no other number. */
const reference: Rule = (column, { claim, hint }) => {
  const isCode = !column.header.includes('#') && column.sample.length >= 2 && shareOf(column.sample, looksLikeCode) >= 0.8
  if (!isCode || claim(accountNumber) || !claim(customerName) || hint === 'site' || hint === 'contact') return column.candidates
  return propose(column, accountNumber, { score: 0.78, because: 'The values look like codes, and no other column holds the account number.' })
}

const account: Rule = (column, { claim }) => {
  if (column.sample.length === 0 || shareOf(column.sample, looksLikeCode) >= 0.8) return column.candidates
  if (shareOf(column.sample, looksLikeCompany) >= 0.4 && !claim(customerName)) return propose({ ...column, candidates: ask(column, 'The values look like names, not like numbers.') }, customerName, { score: 0.85, because: 'The values are names of companies, and no other column holds the customer\'s name.' })
  return ask(column, 'The header may mean Account number or Customer name.')
}

const customer: Rule = (column, { claim }) => {
  if (column.sample.length === 0 || shareOf(column.sample, looksLikeCode) < 0.8) return column.candidates
  if (claim(accountNumber)) return ask(column, 'The values look like codes, and another column holds the account number.')
  return propose({ ...column, candidates: ask(column, 'The values look like codes, not like names.') }, accountNumber, { score: 0.85, because: 'The values look like codes, and no other column holds the account number.' })
}

const site: Rule = (column, { claim }) => {
  if (column.sample.length === 0) return column.candidates
  const codes = shareOf(column.sample, looksLikeCode) >= 0.8
  const [field, other] = codes ? ['site.siteReference', 'site.siteName'] : ['site.siteName', 'site.siteReference']
  const rest = { ...column, candidates: column.candidates.filter((candidate) => candidate.target.field !== other) }
  if (claim(field)) return ask(rest, `Another column holds the site's ${codes ? 'reference' : 'name'}.`)
  return propose(rest, field, { score: 0.88, because: codes ? 'The values look like codes of sites.' : 'The values look like names of sites.' })
}

const contact: Rule = (column, { claim }) => {
  const rest = { ...column, candidates: ask(column, 'The header says contact, but the values are no names of people.') }
  if (shareOf(column.sample, looksLikeEmail) >= 0.8) return propose(rest, contactEmail, { score: 0.85, because: 'The values are email addresses.' })
  if (shareOf(column.sample, looksLikePhone) >= 0.8) return propose(rest, contactPhone, { score: 0.85, because: 'The values are telephone numbers.' })
  if (shareOf(column.sample, looksLikeCompany) <= 0.5 || claim('customer.customerName')) return column.candidates
  return propose(rest, customerName, { score: 0.92, because: 'The values are names of companies, and no other column holds the customer\'s name.' })
}

/** Eight digits beside a sort code are a bank's number, where another column is the customer's; otherwise they may be either. */
const number: Rule = (column, { claim }) => {
  const isBank = claim(`${bankDetails}sortCode`) && !claim(bankAccount) && shareOf(column.sample, (text) => /^\d{7,8}$/.test(text)) >= 0.8
  if (!isBank) return column.candidates
  return claim(accountNumber) ? propose(column, bankAccount, { score: 0.9, because: 'Another column holds the sort code, and the values look like numbers of bank accounts.' }) : ask(column, 'This may be the number of the customer or, beside the sort code, of the bank account.')
}

/** Beside a sort code the holder is the bank account's; elsewhere it may be the customer. */
const holder: Rule = (column, { claim }) =>
  claim(`${bankDetails}sortCode`) || claim(bankAccount) || claim(`${bankDetails}mandateReference`)
    ? propose(column, `${bankDetails}accountName`, { score: 0.9, because: 'Other columns hold bank details, so this is the name on the bank account.' })
    : ask(column, 'No other column holds bank details: this may be the customer or the name on its bank account.')

const wholeAddress: Rule = (column) => ask(column, 'The cells hold whole addresses: street, town and postcode need columns of their own.')

/** "Address 5" or "Billing code" that holds nothing but postcodes. */
const postcode: Rule = (column) => {
  const words = headerWords(column.header)
  if (column.candidates.some(({ entry, score }) => entry?.type.kind === 'postcode' && score >= 0.7)) return column.candidates
  if (!words.every((word) => /^(?:\d|address|line|code|billing|invoice|mailing|site|shipping|delivery|supply|main|street|area|customer|company)$/.test(word))) return column.candidates
  const block = words.some((word) => word === 'billing' || word === 'invoice' || word === 'mailing') ? invoiceAddress : siteAddress
  return propose({ ...column, candidates: ask(column, 'The values look like postcodes.') }, `${block}postcode`, { score: 0.88, because: 'The values look like postcodes.' })
}

const rules: Readonly<Record<string, Rule>> = {
  name, name1: name,
  telephone: phone, phone, telephonenumber: phone, phonenumber: phone,
  account, accountnumber: number,
  contactnumber: contactNumber, reference, code: reference, businessname: businessName,
  customer, client: customer, debtor: customer, company: customer, organisation: customer, business: customer,
  site, store: site, branch: site, location: site, premise: site, property: site, depot: site, office: site, shop: site, outlet: site,
  contact, contactname: contact, primarycontact: contact, maincontact: contact,
  accountholder: holder, accountholdername: holder, nameonaccount: holder,
}
