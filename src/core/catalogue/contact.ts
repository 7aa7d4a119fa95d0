// A contact, used twice: of a site and of a customer. elevate-api.md section 5.4.
import type { EnumValue, FieldEntry } from '#core/model/field.ts'
import { defineField, prefixAliases } from './entry.ts'

/** Only the first value is known; the other two are likely names, so the list stays open. */
const deliveries: readonly EnumValue[] = [
  { value: 'EMAIL', aliases: ['e mail', 'by email', 'email only', 'emailed', 'electronic', 'electronically'] },
  { value: 'POST', aliases: ['by post', 'postal', 'paper', 'letter', 'posted', 'post only'] },
  { value: 'BOTH', aliases: ['email and post', 'post and email', 'email post', 'post email', 'email and paper', 'paper and email'] },
]

type Part = {
  readonly property: string
  readonly label: string
  /** Without the word "contact", which both uses put before it. */
  readonly words: readonly string[]
  /** Said of a site's contact only: a plain "Email" column is the site contact's. */
  readonly bareWords: readonly string[]
  readonly weakWords?: readonly string[]
  readonly type: FieldEntry['type']
  readonly certainty: FieldEntry['certainty']
  readonly help: string
}

const people: readonly Part[] = [
  {
    property: 'contactName', label: 'Contact name', words: ['name', 'full name', 'person', 'person name'],
    bareWords: ['contact', 'attention', 'attn', 'fao', 'for the attention of', 'full name', 'main contact', 'primary contact', 'key contact', 'contacts', 'care of', 'person', 'trade contact', 'person to contact',
      'attention to', 'attention of', 'who to contact', 'who to ask for', 'associated contact', 'primary associated contact', 'ask for', 'contact full name', 'name of contact', 'name of contact person',
      'accounts payable contact', 'bookkeeper', 'invoice recipient', 'billing attention', 'bill to attention', 'bill to contact', 'site manager', 'branch manager', 'store manager', 'shop manager', 'practice manager',
      'office manager', 'facilities manager', 'property manager', 'named contact', 'decision maker', 'authorised contact', 'authorised person'],
    weakWords: ['name'], type: { kind: 'text' }, certainty: 'unknown', help: 'The name of the person. First and last name may stand in two columns.',
  },
  {
    property: 'contactEmailAddress', label: 'Contact email', words: ['email', 'email address', 'mail'],
    bareWords: ['email', 'email address', 'mail', 'mail address', 'main email', 'primary email', 'work email', 'business email', 'invoice email', 'billing email', 'invoice email address', 'billing email address',
      'email for invoices', 'accounts email', 'email invoice to', 'accounts email address', 'site email', 'site email address', 'email 1', 'first email', 'email for bills', 'email for invoice', 'bill email',
      'email bill to', 'email bills to', 'email invoices to', 'send invoices to email', 'finance email', 'accounts payable email', 'accounts payable email address', 'email for billing', 'invoicing email',
      'company email', 'office email', 'email accounts', 'email work', 'email main', 'email primary', 'preferred email', 'email contact', 'e invoice address', 'remittance email', 'customer email billing', 'branch email',
      'manager email', 'site manager email', 'notification email'],
    type: { kind: 'email', max: 255, bounds: 'inferred' }, certainty: 'inferred', help: 'The email address of the person.',
  },
  {
    property: 'contactTelephoneNumber', label: 'Contact telephone', words: ['telephone', 'telephone number', 'phone', 'phone number', 'tel', 'tel no', 'number', 'landline'],
    bareWords: ['telephone', 'telephone number', 'phone', 'phone number', 'tel', 'tel no', 'landline', 'landline number', 'main phone', 'primary phone', 'work phone', 'office phone', 'business phone', 'daytime phone',
      'telephone 1', 'phone 1', 'site telephone', 'site phone', 'main telephone', 'work telephone', 'billing phone', 'site phone number', 'site telephone number', 'work number', 'office number', 'daytime number',
      'direct dial', 'direct line', 'phone work', 'telephone work', 'daytime telephone', 'main telephone number', 'main line', 'main phone number', 'phone main', 'contact no', 'contact tel no', 'contactable on',
      'best number', 'best contact number', 'tel day', 'day phone', 'day tel', 'tel daytime', 'phone day', 'phone office', 'telephone office', 'phone business', 'phone no 1', 'tel 1', 'phone number 1',
      'telephone number 1', 'contact number 1', 'ring on', 'call on', 'company phone', 'company telephone', 'branch phone', 'branch telephone', 'fixed line', 'land line', 'tel main', 'tel work',
      'business telephone', 'office telephone', 'office tel'],
    weakWords: ['mobile', 'mobile number', 'mobile phone', 'switchboard', 'ddi', 'ddi number', 'call back number'], type: { kind: 'phone' }, certainty: 'unknown', help: 'The telephone number of the person. Leading zeros are kept.',
  },
  {
    property: 'contactAlternativeTelephoneNumber', label: 'Contact alternative telephone',
    words: ['alternative telephone number', 'alternative phone', 'alternative phone number', 'alternative tel', 'mobile', 'mobile number', 'mobile phone', 'mobile telephone', 'mob', 'cell', 'alternate phone',
      'second phone', 'other phone', 'alt phone', 'alt telephone', 'alternative number', 'secondary phone', 'telephone 2', 'phone 2'],
    bareWords: ['alternative telephone', 'alternative telephone number', 'alternative phone', 'alternative phone number', 'mobile', 'mobile number', 'mobile phone', 'mobile no', 'mob', 'cell', 'cell phone',
      'alternate phone', 'alt phone', 'alt tel', 'alt telephone', 'second phone', 'secondary phone', 'telephone 2', 'phone 2', 'tel 2', 'alternative number', 'mobile phone number', 'mobile telephone', 'phone mobile',
      'telephone mobile', 'work mobile', 'mobile tel', 'secondary telephone', 'secondary telephone number', 'secondary phone number', 'secondary number', 'second telephone', 'second telephone number',
      'second phone number', 'other telephone', 'other telephone number', 'other phone number', 'additional phone', 'additional telephone', 'phone number 2', 'telephone number 2', 'contact number 2', 'phone no 2',
      'mobile 1', 'cell number', 'cellular', 'mobile contact number', 'contact mobile', 'phone cell', 'phone other', 'telephone other', 'phone 2 mobile', 'backup phone', 'alternative contact number',
      'alternate contact number', 'business mobile', 'mobile work', 'gsm', 'handphone'],
    weakWords: ['home phone', 'evening phone', 'other phone', 'home telephone'],
    type: { kind: 'phone' }, certainty: 'unknown', help: 'A second telephone number, such as a mobile.',
  },
  {
    property: 'contactRole', label: 'Contact role', words: ['role', 'type', 'position', 'function', 'job title', 'department'], bareWords: ['role', 'job title', 'job role', 'position', 'job function', 'job position',
      'job description', 'contact job title', 'contact position', 'contact department', 'contact role or department', 'role title', 'person role'],
    weakWords: ['title', 'department', 'occupation', 'designation'],
    // ACCOUNTS is the only value that is known.
    type: { kind: 'enum', closed: false, values: [{ value: 'ACCOUNTS', aliases: ['account', 'accounts department', 'accounts dept', 'accounts payable', 'accounts contact'] }] },
    certainty: 'inferred', help: 'The role of the person. ACCOUNTS is the one role that is known for certain.',
  },
]

const delivery: readonly Part[] = [
  {
    property: 'receiveInvoiceBy', label: 'Receive invoice by', words: ['invoice by', 'invoice delivery', 'invoice delivery method'],
    bareWords: ['invoice delivery', 'invoice delivery method', 'invoice by', 'invoices by', 'bill delivery', 'bill delivery method', 'send invoice by', 'send invoices by', 'delivery method', 'invoice method',
      'invoice sent by', 'receive invoices by', 'bill by', 'invoice media', 'bill media', 'billing media', 'email or post', 'post or email', 'invoice to sent by', 'invoices sent by', 'bill sent by', 'bills sent by',
      'how to send invoice', 'how to send invoices', 'invoice sent via', 'invoices via', 'bill via', 'bills by', 'invoice preference', 'invoice delivery preference', 'bill delivery preference',
      'invoice dispatch', 'invoice dispatch method', 'bill dispatch method', 'invoice send method', 'bill method', 'paper or email', 'email or paper', 'statement delivery', 'invoice channel',
      'invoice delivery type', 'invoice delivery mode', 'how invoiced'],
    weakWords: ['billing preference', 'billing method', 'bill format'],
    type: { kind: 'enum', closed: false, values: deliveries }, certainty: 'inferred', help: 'How the person receives the invoice: EMAIL, POST or BOTH. Only EMAIL is known for certain.',
  },
  {
    property: 'receiveInvoiceSummaryBy', label: 'Receive invoice summary by', words: ['invoice summary by', 'invoice summary delivery', 'summary by'],
    bareWords: ['invoice summary delivery', 'invoice summary by', 'summary delivery', 'summary by', 'send invoice summary by', 'summary delivery method', 'receive summary by'],
    type: { kind: 'enum', closed: false, values: deliveries }, certainty: 'inferred', help: 'How the person receives the invoice summary: EMAIL, POST or BOTH. Only EMAIL is known for certain.',
  },
  {
    property: 'receiveElectronicSummaryReports', label: 'Receive electronic summary reports', words: ['electronic summary reports', 'electronic summary', 'summary reports'],
    bareWords: ['electronic summary reports', 'receive electronic summaries', 'electronic reports', 'summary reports', 'receive summary reports'],
    type: { kind: 'boolean' }, certainty: 'known', help: 'Yes when the person receives electronic summary reports.',
  },
  {
    property: 'contactNameToAppearOnInvoice', label: 'Contact appears on invoice', words: ['name to appear on invoice', 'name on invoice', 'on invoice', 'appears on invoices', 'is invoice contact'],
    bareWords: ['name to appear on invoice', 'name on invoice', 'on invoice', 'appear on invoice', 'appears on invoice', 'invoice contact', 'is invoice contact', 'show on invoice', 'main invoice contact',
      'billing contact flag', 'is billing contact', 'name shown on invoice', 'contact on invoice', 'print on invoice', 'print name on invoice', 'name printed on invoice', 'on bill', 'name on bill', 'appears on bill',
      'show on bill', 'invoice contact flag', 'is the invoice contact'],
    type: { kind: 'boolean' }, certainty: 'known', help: 'Yes for the one contact of a site whose name stands on the invoice. If nobody is marked, the first contact is.',
  },
  {
    property: 'emailSuspended', label: 'Email suspended', words: ['email suspended', 'email blocked'], bareWords: ['suspend email', 'email blocked', 'email bounced', 'do not email', 'no email', 'emails suspended',
      'email on hold', 'stop emails', 'stop email', 'email stopped', 'no emails', 'email disabled', 'email hold'],
    weakWords: ['email opt out', 'do not allow emails', 'unsubscribed from email'],
    type: { kind: 'boolean' }, certainty: 'known', help: 'Yes when no email can be sent to the person.',
  },
  {
    property: 'receiveEmailFraudAlert', label: 'Receive fraud alert by email', words: ['receive email fraud alert', 'email fraud alert', 'fraud alert by email'],
    bareWords: ['receive email fraud alert', 'email fraud alert', 'email fraud alerts', 'fraud alert email', 'fraud alert by email', 'fraud email'],
    type: { kind: 'boolean' }, certainty: 'known', help: 'Yes when the person is warned of fraud by email.',
  },
  {
    property: 'receiveSmsFraudAlert', label: 'Receive fraud alert by SMS', words: ['receive sms fraud alert', 'sms fraud alert', 'fraud alert by sms'],
    bareWords: ['receive sms fraud alert', 'sms fraud alert', 'sms fraud alerts', 'fraud alert sms', 'fraud alert by sms', 'fraud sms', 'text fraud alert', 'fraud alert by text'],
    type: { kind: 'boolean' }, certainty: 'known', help: 'Yes when the person is warned of fraud by text message.',
  },
]

const parts = [...people, ...delivery]

/** `contact name` and its kin, and the bare words. */
export const siteContactFields: readonly FieldEntry[] = parts.map((part) =>
  defineField('siteContact', [part.property], {
    label: part.label,
    aliases: [...part.bareWords, ...prefixAliases(['contact', 'site contact', 'billing contact', 'invoice contact', 'main contact', 'primary contact', 'accounts contact', 'account contact'], part.words)],
    ...(part.weakWords === undefined ? {} : { weakAliases: part.weakWords }),
    type: part.type,
    certainty: part.certainty,
    help: part.help,
    source: '5.4',
  }))

/** A customer's contact is only meant where the header says so. */
export const customerContactFields: readonly FieldEntry[] = parts.map((part) =>
  defineField('customerContact', [part.property], {
    label: `Customer ${part.label.charAt(0).toLowerCase()}${part.label.slice(1)}`,
    aliases: [
      ...prefixAliases(['customer contact', 'customer level contact', 'head office contact', 'company contact', 'client contact'], part.words),
      ...prefixAliases(['customer'], part.words.filter((word) => !/^(name|full name|number|type|person|person name|position|function)$/.test(word))),
    ],
    ...(part.property === 'contactName' ? { weakAliases: ['customer contact', 'company contact', 'client contact'] } : {}),
    type: part.type,
    certainty: part.certainty,
    help: `Of a contact of the customer as a whole, not of one site. ${part.help}`,
    source: '5.4',
  }))
