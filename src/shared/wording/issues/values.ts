// Texts of what is wrong with a single value.
import type { Facts, IssueText } from './facts.ts'
import { quote } from './facts.ts'

/** What the lists of the target are called, one entry at a time. */
const referenceWords: Readonly<Record<string, string>> = {
  'contract-owners': 'contract owner',
  'contract-owner-sub-brands': 'sub-brand',
  'billing-cycles': 'billing cycle',
  'tripwire-plans': 'tripwire plan',
  'commission-agents': 'commission agent',
  'custom-field-definitions': 'custom field',
  'invoice-templates': 'invoice template',
  'invoice-summary-templates': 'invoice summary template',
  'electronic-summary-templates': 'electronic summary template',
  'invoice-summary-template-components': 'invoice summary component',
}

const referenceWord = ({ param }: Facts): string => referenceWords[param('reference')] ?? 'entry'

/** A part of a list in one cell is named by itself. */
const subject = ({ value, param }: Facts): string => (param('other') === '' ? value : quote(param('other')))

function range({ param }: Facts): string {
  const [min, max] = [param('min'), param('max') === '' ? param('limit') : param('max')]
  if (min !== '' && max !== '') return `between ${min} and ${max}`
  if (min !== '') return `${min} or more`
  return max === '' ? 'within its bounds' : `${max} or less`
}

/** Inferred bounds are warnings: the value is sent, and the server may still refuse it. */
const perhaps = ({ issue }: Facts): string => (issue.severity === 'error' ? '' : ' It is sent as it stands, and Elevate may refuse it.')

/** What the text may mean is only said: it is used once the operator confirmed it. */
const proposed = ({ param }: Facts): string => (param('proposed') === '' ? '' : ` Perhaps ${quote(param('proposed'))} is meant: confirm it for the column.`)

export const valueTexts = {
  'required-missing': {
    title: 'Required value missing',
    message: ({ field }) => `${field} is required and missing. Fill it in, or set one value for all rows if it is the same everywhere.`,
  },
  'too-long': {
    title: 'Text too long',
    message: (facts) => {
      const { field, param } = facts
      const length = param('length') === '' ? 'too many characters' : `${param('length')} characters`
      const limit = param('limit') === '' ? 'allowed' : `the ${param('limit')} allowed`
      return `${field} has ${length}, more than ${limit}. Shorten it; nothing is cut off by itself.${perhaps(facts)}`
    },
  },
  'not-a-date': {
    title: 'Not a date',
    message: ({ value, field, param }) => {
      const monthFirst = param('order') === 'mdy'
      return `${value} is not a date that exists (${field}${monthFirst ? ', read month first' : ''}). ${param('serial') === '' ? `Write it as ${monthFirst ? '12/31/2026' : '31/12/2026'} or 2026-12-31.` : `As a day number of Excel it would be ${param('serial')}, but the column holds other dates too: write the date.`}`
    },
  },
  'not-a-whole-number': {
    title: 'Not a whole number',
    message: (facts) => {
      const { field, param } = facts
      return param('reference') === ''
        ? `${facts.value} is not a whole number (${field}). Write digits only, for example 30.${proposed(facts)}`
        : `${subject(facts)} is not an id (${field}), and the names of the ${referenceWord(facts)} list are not known here. Write the id, or connect to Elevate so that names can be looked up.`
    },
  },
  'not-a-number': {
    title: 'Not a number',
    message: (facts) => {
      const { value, field, param } = facts
      const comma = param('sign') === 'comma'
      return `${value} is not a number (${field}${comma ? ', read with a comma before the decimals' : ''}). Write it as ${comma ? '1250,50' : '1250.50'}.${proposed(facts)}`
    },
  },
  'not-yes-or-no': {
    title: 'Neither yes nor no',
    message: (facts) => `${facts.value} is neither yes nor no (${facts.field}). Write yes or no.${proposed(facts)}`,
  },
  'out-of-range': {
    title: 'Number out of range',
    message: (facts) => `${facts.value} is out of range: ${facts.field} must be ${range(facts)}. Correct the number.${perhaps(facts)}`,
  },
  'not-in-list': {
    title: 'Value not in the list',
    message: (facts) => {
      const { issue, value, field, param } = facts
      const list = param('list') === '' ? 'one that Elevate knows' : param('list')
      return issue.severity === 'error'
        ? `${value} is not possible for ${field}. Use one of: ${list}.${proposed(facts)}`
        : `${value} is not among the values known for ${field} (${list}).${perhaps(facts)} Check it.${proposed(facts)}`
    },
  },
  'bad-email': {
    title: 'Not an email address',
    message: ({ value, field }) => `${value} is not an email address (${field}). Write one address, such as name@example.co.uk.`,
  },
  'bad-country': {
    title: 'Unknown country',
    message: (facts) => `${facts.value} is not a country (${facts.field}). Write its two-letter code or its name, for example GB or United Kingdom.${proposed(facts)}`,
  },
  'odd-postcode': {
    title: 'Unusual postcode',
    message: ({ value }) => `${value} does not look like a postcode of the United Kingdom. Correct it, or correct the country if the address is abroad. It is sent as it stands.`,
  },
  'odd-character': {
    title: 'Unusual character',
    message: ({ field, param }) =>
      `${field} contains ${param('list') === '' ? 'characters' : `${param('list')},`} which Elevate may not allow. It is sent as it stands; replace ${Number(param('count')) === 1 ? 'the character' : 'the characters'} to be safe.`,
  },
  'odd-sort-code': {
    title: 'Unusual sort code',
    message: ({ value }) => `${value} does not have the six digits of a sort code. If Excel took leading zeros away, format the column as text and put them back. It is sent as it stands.`,
  },
  'odd-account-number': {
    title: 'Unusual bank account number',
    message: ({ value }) => `${value} does not have the 8 to 10 digits of a bank account number. If Excel took leading zeros away, format the column as text and put them back. It is sent as it stands.`,
  },
  'unknown-reference': {
    title: 'Not listed in Elevate',
    message: (facts) => {
      const { field, param } = facts
      const word = referenceWord(facts)
      return Number(param('count')) > 1
        ? `Elevate has ${param('count')} entries called ${subject(facts)} (${field}), so the name does not say which one. Write the id instead.`
        : `Elevate has no ${word} ${subject(facts)} (${field}). Check the spelling, write the id, or create the ${word} in Elevate first.${proposed(facts)}`
    },
  },
  'custom-field-unresolved': {
    title: 'Custom field not looked up',
    message: (facts) => `${facts.field} is given by name, and the custom fields of Elevate could not be read. Connect to Elevate, or name the field by its id.`,
  },
} as const satisfies Record<string, IssueText>
