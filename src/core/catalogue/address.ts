// An address, used twice: the site's own and the one its invoices go to. elevate-api.md section 5.2. Lengths are not documented.
import type { FieldEntry } from '#core/model/field.ts'
import { defineField, prefixAliases } from './entry.ts'

type AddressUse = {
  readonly apiPath: readonly string[]
  /** Put before each label and, behind the words of `prefixes`, before each alias. */
  readonly labelPrefix: string
  readonly prefixes: readonly string[]
  /** The bare words ("Postcode") belong to the site's own address. */
  readonly bare: boolean
  readonly required: FieldEntry['required']
}

type Part = {
  readonly property: string
  readonly label: string
  readonly words: readonly string[]
  /** Said of the site's address; whose else it is, the header's other words say. */
  readonly moreWords?: readonly string[]
  readonly weakWords?: readonly string[]
  readonly required: boolean
  readonly type: FieldEntry['type']
  readonly help: string
}

const parts: readonly Part[] = [
  {
    property: 'businessName', label: 'Business name', words: ['business name', 'address name'],
    moreWords: ['addressee name'], weakWords: ['building name', 'company name', 'addressee', 'address company'],
    required: false, type: { kind: 'text' }, help: 'The name of the business at this address.',
  },
  {
    property: 'address1', label: 'Address line 1',
    words: ['address line 1', 'address 1', 'address', 'address line one', 'line 1', 'street', 'street 1', 'street address', 'street address 1', 'street line 1', 'address street', 'first line of address', 'street name',
      'house number and street', 'address street 1'],
    moreWords: ['house number and road', 'first line', '1st line of address', 'address first line', 'address l 1', 'addressline 1', 'number and street', 'street and number', 'street no and name',
      'street and house number', 'address building and street', 'thoroughfare', 'house name or number and street', 'address street address', 'street number and name'],
    weakWords: ['house', 'house number', 'house name', 'house name or number', 'building', 'building number', 'premises', 'road', 'street number', 'full address', 'whole address'],
    required: true, type: { kind: 'text' }, help: 'The first line of the address: house number and street.',
  },
  {
    property: 'address2', label: 'Address line 2',
    words: ['address line 2', 'address 2', 'address line two', 'line 2', 'street 2', 'street address 2', 'street line 2', 'second line of address', 'address street 2'],
    moreWords: ['second line', '2nd line of address', 'address second line', 'address l 2', 'address continued', 'address cont', 'address supplement', 'address additional', 'additional address line', 'address extra',
      'suite', 'apartment', 'apartment suite'], weakWords: ['locality', 'district', 'dependent locality', 'estate', 'flat', 'unit'],
    required: false, type: { kind: 'text' }, help: 'The second line of the address.',
  },
  {
    property: 'address3', label: 'Address line 3',
    words: ['address line 3', 'address 3', 'address line three', 'line 3', 'street 3', 'street address 3', 'street line 3', 'third line of address', 'address street 3'],
    moreWords: ['third line', '3rd line of address', 'address third line', 'address l 3'], weakWords: ['village', 'double dependent locality'],
    required: false, type: { kind: 'text' }, help: 'The third line of the address.',
  },
  {
    property: 'town', label: 'Town',
    words: ['town', 'city', 'post town', 'town city', 'town or city', 'city town', 'address town', 'address city'],
    moreWords: ['town village', 'village town', 'city town village', 'town city village', 'suburb town', 'town suburb', 'city suburb', 'nearest town', 'post city', 'locality town', 'town or village', 'city or town',
      'suburb', 'place'], weakWords: ['address line 4', 'address 4', 'locality', 'municipality'],
    required: true, type: { kind: 'text' }, help: 'The post town or city.',
  },
  {
    property: 'county', label: 'County',
    words: ['county', 'county state', 'state county', 'address county', 'state', 'region', 'province', 'state region', 'state province', 'address state', 'address region'],
    moreWords: ['county region', 'region county', 'county province', 'county or state', 'state or county', 'province state', 'state or province', 'province or state', 'shire', 'department county', 'state code',
      'province code', 'county code', 'region code', 'state county province', 'province region state', 'state region province', 'region state province', 'region state', 'region province', 'province region',
      'county state province'], weakWords: ['address line 5', 'address 5', 'area'],
    required: false, type: { kind: 'text' }, help: 'The county. It may be left empty.',
  },
  {
    property: 'postcode', label: 'Postcode',
    words: ['postcode', 'post code', 'postal code', 'zip', 'zip code', 'zip postal code', 'address postcode', 'address postal code', 'post zip code', 'address zip', 'pcode'],
    moreWords: ['zip or postal code', 'postal or zip code', 'postcode zip', 'zip postcode', 'postcode zip code', 'zip code postcode', 'post codes', 'address zip code', 'postcode or zip', 'postal', 'pc'],
    required: true, type: { kind: 'postcode' }, help: 'The postcode, for example LS1 4AB.',
  },
  {
    property: 'country', label: 'Country',
    words: ['country', 'country code', 'country name', 'country region', 'address country', 'iso country', 'country iso code', 'nation'],
    moreWords: ['country iso', 'country iso 2', 'country code iso', 'iso country code', 'country 2 letter', 'country two letter code', 'country id', 'address country code', 'address country name', 'country territory',
      'country or region', 'country or territory', 'home nation'],
    required: true, type: { kind: 'country' }, help: 'The country as its two-letter code, for example GB. Names such as "United Kingdom" are understood and converted.',
  },
]

function addressFields(use: AddressUse): readonly FieldEntry[] {
  return parts.map((part) => {
    const label = use.labelPrefix === '' ? part.label : `${use.labelPrefix} ${part.label.toLowerCase()}`
    const words = prefixAliases(use.prefixes, part.words)
    return defineField('site', [...use.apiPath, part.property], {
      label,
      aliases: use.bare ? [...part.words, ...(part.moreWords ?? []), ...words] : words,
      ...(use.bare && part.weakWords !== undefined ? { weakAliases: part.weakWords } : {}),
      type: part.type,
      required: part.required ? use.required : 'no',
      help: use.bare ? part.help : `For the address that invoices go to. ${part.help}`,
      source: '5.2',
    })
  })
}

/** `street` and `sa` are Xero's words, `shipping` and `delivery` those of shops and CRMs: the place where the service is. */
export const siteAddressFields = addressFields({
  apiPath: ['siteAddress'],
  labelPrefix: '',
  prefixes: [
    'site', 'site address', 'service', 'service address', 'installation', 'installation address', 'install', 'premises', 'supply', 'supply address', 'shipping',
    'shipping address', 'ship to', 'delivery', 'delivery address', 'physical', 'sa', 'location', 'main', 'registered', 'registered address', 'customer', 'company', 'business',
  ],
  bare: true,
  required: 'always',
})

/** `po` is Xero's postal address, `mailing` Salesforce's. */
export const invoiceAddressFields = addressFields({
  apiPath: ['siteInvoiceDetails', 'invoiceAddress'],
  labelPrefix: 'Invoice',
  prefixes: [
    'invoice', 'invoice address', 'invoicing', 'billing', 'billing address', 'bill to', 'bill', 'postal', 'postal address', 'mailing', 'mailing address', 'correspondence',
    'correspondence address', 'po', 'invoice to',
  ],
  bare: false,
  required: 'with-parent',
})
