// Texts of what is found about the shape of a table: which rows belong to the rows above them.
import type { IssueText } from './facts.ts'
import { owner } from './facts.ts'

const doubts: Readonly<Record<string, string>> = {
  'first-row': 'but the first row has none, so there is nothing above it to belong to: the table looks sorted or cut',
  'repeated-keys': 'but other rows of the same kind repeat theirs',
  gap: 'but some of them stand below a blank or hidden row',
  sorted: 'but all of them stand together at the end: the table looks sorted, and then the customers above them are the wrong ones',
  'last-row': 'but it is the only one and the last row of the table, as a note or a total would be',
  bare: 'but nothing except the empty account number shows that they continue the rows above them',
}

const decide = 'If they belong to the customer above them, turn on "fill down" for this table; if not, turn it off and fill in the account numbers.'

export const layoutTexts = {
  'filled-down': {
    title: 'Rows that belong to the customer above',
    message: ({ param }) =>
      `${rows(param('count'))} without an account number ${param('count') === '1' ? 'belongs' : 'belong'} to the customer above ${param('count') === '1' ? 'it' : 'them'}; a contact without a site belongs to the site above. This holds only while the rows stand in their first order: do not sort the file.`,
  },
  'fill-down-unsure': {
    title: 'Rows that may belong to the customer above',
    message: ({ issue, param }) => {
      const doubt = doubts[param('doubt')] ?? 'but that is not certain'
      if (issue.customer !== null) return `This row has no account number. It may belong to the customer above it${owner({ ...issue, site: null })}, ${doubt}. ${decide}`
      return `${rows(param('count'))} of this table without an account number may belong to the customer above, ${doubt}. The customers in question are held. ${decide}`
    },
  },
  'fill-down-possible': {
    title: 'Rows without an account number',
    message: ({ param }) =>
      `${rows(param('count'))} of this table have no account number, and nothing shows whose they are. If each belongs to the customer above it, turn on "fill down" for this table; if not, fill in the account numbers.`,
  },
  'contacts-without-site': {
    title: 'Contacts of the customer, not of a site',
    message: ({ param }) =>
      `${rows(param('count'))} of this table with an account number but no site ${param('count') === '1' ? 'makes a contact' : 'make contacts'} of the customer as a whole. If they belong to the site above them, turn on "fill down" for this table.`,
  },
} as const satisfies Record<string, IssueText>

function rows(count: string): string {
  if (count === '') return 'Some rows'
  return count === '1' ? 'One row' : `${count} rows`
}
