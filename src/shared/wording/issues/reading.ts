// Texts of what is found while the file is read and its columns are matched.
import type { IssueText } from './facts.ts'
import { fieldLabel, quote } from './facts.ts'

const orderWords: Readonly<Record<string, string>> = {
  dmy: 'day first (31/12/2026)', mdy: 'month first (12/31/2026)', ymd: 'year first (2026-12-31)',
}

const shownWords: Readonly<Record<string, string>> = { percent: 'as per cent', thousands: 'in thousands', words: 'with words or letters beside it' }

export const readingTexts = {
  'row-unchecked': {
    title: 'Row to be checked first',
    message: () => 'An earlier import could not read this row for sure, so nothing of its customer was sent. Look at every cell of it, mend what is wrong, then clear the cell in "Check first".',
  },
  'ragged-row': {
    title: 'Row with too many or too few cells',
    message: ({ issue, value, param }) => {
      const counts = param('expected') === '' ? 'another number of cells than the header' : `${param('found')} cells, but the header has ${param('expected')} columns`
      return issue.severity === 'error'
        ? `This row has ${counts}: ${value} belongs to no column. Put quotes around values that contain the delimiter, or give the column a header.`
        : `This row has ${counts}. The missing cells count as empty; check that no value has slipped into a wrong column.`
    },
  },
  'stray-quote': {
    title: 'Quote in the wrong place',
    message: () => 'In this row something stands behind a closing quote, so where the value ends is not certain. Double the quotes inside the value, or take them away.',
  },
  'unclosed-quote': {
    title: 'Quote that is not closed',
    message: ({ issue }) => `The quote that opens ${issue.place === null ? 'here' : `in row ${issue.place.row}`} is never closed, so all that follows became one value. Close the quote in the file, or take it away.`,
  },
  'invalid-bytes': {
    title: 'Characters that cannot be read',
    message: ({ value }) => `${value} contains characters that cannot be read. Save the file as "CSV UTF-8" and load it again, or type the value anew.`,
  },
  'cell-error': {
    title: 'Spreadsheet error in a cell',
    message: ({ issue, value }) => `The cell holds ${issue.value === null ? 'a spreadsheet error' : `the spreadsheet error ${value}`} and no value. Mend the formula in the spreadsheet, or type the value.`,
  },
  'formula-value': {
    title: 'Value from a formula',
    message: ({ param }) => {
      const count = Number(param('count'))
      return `${count > 1 ? `${count} cells of this column hold formulas` : 'The cell holds a formula'}; the result saved in the file is used. If the spreadsheet was changed by another program, open it in Excel and save it, so that the results are fresh.`
    },
  },
  'imprecise-number': {
    title: 'Number that Excel has rounded',
    message: ({ value }) => `${value} has more digits than Excel keeps in a number, so its last digits may be wrong. Format the column as text in Excel and enter the number again from its source.`,
  },
  'number-shown-otherwise': {
    title: 'Number that the spreadsheet shows differently',
    message: ({ value, param }) => {
      const count = Number(param('count'))
      return `The spreadsheet shows ${count > 1 ? `${count} numbers of this column` : 'this number'} ${shownWords[param('shows')] ?? 'in another way'}; the number itself is read, here ${value}. If what is shown is meant, format the column as text in Excel and type the values as they should be.`
    },
  },
  'date-order-assumed': {
    title: 'Order of day and month assumed',
    message: ({ value, field, param }) => {
      const read = orderWords[param('order')] ?? 'day first (31/12/2026)'
      const day = param('first') === '' ? '' : `, as ${param('first')}`
      return `${value} (${field}) does not show whether the day or the month comes first. It is read ${read}${day}. Write the month's name, or the year first, to be safe.`
    },
  },
  'unmapped-column': {
    title: 'Column that is not used',
    message: ({ value, param }) => {
      const likely = param('field2') === '' ? '' : ` It may mean ${fieldLabel(param('field2'))}.`
      return `The column ${param('column') === '' ? value : quote(param('column'))} has no field, so its values are not sent.${likely} Choose a field for it, or leave it out.`
    },
  },
} as const satisfies Record<string, IssueText>
