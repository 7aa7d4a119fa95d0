// Texts of what is wrong with customers, sites and contacts as wholes.
import type { IssueText } from './facts.ts'
import { owner, quote } from './facts.ts'
import { dayText } from '../days.ts'

export const customerTexts = {
  'contract-term-without-start': {
    title: 'Contract term without start date',
    message: ({ field, field2 }) => `${field} is given, but ${field2} is not. The two go together: fill in the start date, or take the term away.`,
  },
  'contract-start-without-term': {
    title: 'Contract start date without term',
    message: ({ field, field2 }) => `${field} is given, but ${field2} is not. The two go together: fill in the term, or take the start date away.`,
  },
  'end-before-start': {
    title: 'End before start',
    message: ({ field, value, field2, param }) =>
      `${field} ${value} lies before ${field2}${param('other') === '' ? '' : ` ${quote(param('other'))}`}. Correct one of the two dates.`,
  },
  'contract-start-before-customer-start': {
    title: 'Contract starts before the customer does',
    message: ({ value, param }) =>
      `The contract starts on ${value}, before the customer does${param('other') === '' ? '' : ` (${quote(param('other'))})`}. Check both dates; they are sent as they stand.`,
  },
  'vip-deprecated': {
    title: 'VIP sent as customer marker',
    message: () => 'Elevate has replaced the VIP flag by the customer marker, so it is sent as the customer marker. Nothing needs to be done.',
  },
  'welcome-email-scheduled': {
    title: 'Welcome email will be sent',
    message: ({ issue, value, param }) => {
      const date = param('date')
      const day = date === '' ? value : date === issue.value ? dayText(date) : `${dayText(date)} (${value} in the file)`
      return `Elevate will send a real welcome email to this customer on ${day}. Clear the date unless that is meant.`
    },
  },
  'conflicting-values': {
    title: 'Rows that disagree',
    message: ({ issue, field, value, field2, param, elsewhere }) => {
      const other = param('other') === '' ? 'another value' : quote(param('other'))
      const about = param('field2') === '' ? `${field}${owner(issue)}` : `${field} and ${field2}${owner(issue)}`
      const where = issue.related.length === 0 && param('otherRow') === '' ? '' : ` in ${elsewhere}`
      return `${about}: ${value} here, but ${other}${where}. Make them the same, or clear one of them.`
    },
  },
  'duplicate-customer': {
    title: 'Account number used twice',
    message: ({ value, param, elsewhere }) =>
      `The account number ${value} stands for another customer${param('other') === '' ? '' : `, ${quote(param('other'))},`} in ${elsewhere}. Give each customer an account number of its own, or make the rows agree if they are one customer.`,
  },
  'customer-exists': {
    title: 'Customer is in Elevate already',
    message: ({ issue, value, param }) => {
      const id = param('other') === '' ? '' : ` (id ${param('other')})`
      return issue.severity === 'error'
        ? `Elevate has a customer with the account number ${value} already${id}. Take the customer out of the file, or choose to skip those that exist.`
        : `Elevate has a customer with the account number ${value} already${id}. It is skipped, as you chose.`
    },
  },
  'duplicate-site-reference': {
    title: 'Site reference used twice',
    message: ({ value, param, elsewhere }) =>
      `The site reference ${value} stands for another site of this customer${param('other') === '' ? '' : `, ${quote(param('other'))},`} in ${elsewhere}. Give each site a reference of its own, or make the rows agree if they are one site.`,
  },
  'similar-key': {
    title: 'Keys that look the same',
    message: ({ value, field, param, elsewhere }) =>
      `${field} ${value} looks like ${param('other') === '' ? 'another one' : quote(param('other'))} in ${elsewhere}, but is written differently (capitals, spaces or look-alike characters). Write both alike if they are one, or make them clearly different.`,
  },
  'identical-rows-merged': {
    title: 'Identical rows merged',
    message: ({ elsewhere }) => `This row is the same as ${elsewhere} and counts once. Nothing needs to be done.`,
  },
  'no-site': {
    title: 'Customer without a site',
    message: ({ issue }) => `The customer${issue.customer === null || issue.customer === '' ? '' : ` ${quote(issue.customer)}`} has no site, and each needs at least one. Fill in the site's reference, name, start date and address.`,
  },
  'no-contact': {
    title: 'Site without a contact',
    message: ({ issue }) => `The site${issue.site === null || issue.site === '' ? '' : ` ${quote(issue.site)}`} has no contact, and each needs at least one. Fill in a name, an email address or another contact column.`,
  },
  'orphan-site': {
    title: 'Site of an unknown customer',
    message: ({ issue, value }) =>
      issue.value === null || issue.value.trim() === ''
        ? 'This site has no account number, so its customer is not known. Fill in the account number of its customer.'
        : `No customer of the file has the account number ${value}, so this site cannot be placed. Correct the account number, or add the customer.`,
  },
  'orphan-contact': {
    title: 'Contact of an unknown customer or site',
    message: ({ issue, value, field }) =>
      issue.value === null || issue.value.trim() === ''
        ? `This contact has no ${field.toLowerCase()}, so where it belongs is not known. Fill it in.`
        : `Nothing in the file has the ${field.toLowerCase()} ${value}, so this contact cannot be placed. Correct it, or add what it belongs to.`,
  },
} as const satisfies Record<string, IssueText>
