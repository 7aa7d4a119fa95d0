// Found in a column as a whole: what only the operator can say of its dates and numbers.
import { quote } from './facts.ts'
import type { Facts, IssueText } from './facts.ts'

const orders: Readonly<Record<string, string>> = { dmy: 'day first', mdy: 'month first', ymd: 'year first' }
const signs: Readonly<Record<string, string>> = { point: 'with a point before the decimals', comma: 'with a comma before the decimals' }

/** "The column "Started"", or the field where the header is not known. */
function columnOf({ field, param }: Facts): string {
  return param('column') === '' ? `the column of ${field}` : `the column ${quote(param('column'))}`
}

/** " is A or B", when both readings are known. */
function twoReadings({ param }: Facts): string {
  return param('first') === '' || param('second') === '' ? ' can be read in two ways' : ` is ${param('first')} or ${param('second')}`
}

/** ", such as "13/02/2026"". */
function such(example: string): string {
  return example === '' ? '' : `, such as ${quote(example)}`
}

export const columnTexts = {
  'date-order-open': {
    title: 'Day or month first?',
    message: (facts) =>
      `${facts.value}${twoReadings(facts)} (${facts.field}), and nothing in ${columnOf(facts)} says whether the day or the month stands first. Choose the order for the column (on the command line: --date-order dmy or --date-order mdy).`,
  },
  'date-order-mixed': {
    title: 'Dates in two orders',
    message: (facts) => {
      const { value, field, param } = facts
      const chosen = orders[param('order')]
      return chosen === undefined
        ? `${value} (${field}): ${columnOf(facts)} has dates with the day first${such(param('dayFirst'))}, and dates with the month first${such(param('monthFirst'))}. Correct one kind in the file, or choose the order for the column; the others are then named one by one.`
        : `${value} (${field}): ${columnOf(facts)} is to be read ${chosen}, but its own dates say otherwise${such(param('example'))}. Choose the other order for the column, or correct those dates.`
    },
  },
  'date-serials': {
    title: 'Dates as day numbers of Excel',
    message: (facts) => {
      const read = facts.param('first') === '' ? '' : `: ${facts.value} is ${facts.param('first')}`
      return `${columnOf(facts)} (${facts.field}) holds the day numbers that Excel shows when a date has lost its format. They are read as Excel counts ${facts.param('order') === '1904' ? 'in this workbook, from 1904' : 'from 1900'}${read}. Check one of them against its source.`
    },
  },
  'decimal-sign-open': {
    title: 'Thousands or decimals?',
    message: (facts) =>
      `${facts.value}${twoReadings(facts)} (${facts.field}), and nothing in ${columnOf(facts)} says whether a point or a comma stands before the decimals. Choose it for the column (on the command line: --decimal-sign point or --decimal-sign comma).`,
  },
  'decimal-sign-mixed': {
    title: 'Numbers with two decimal signs',
    message: (facts) => {
      const { value, field, param } = facts
      const chosen = signs[param('sign')]
      return chosen === undefined
        ? `${value} (${field}): ${columnOf(facts)} has numbers with a point before the decimals${such(param('point'))}, and numbers with a comma there${such(param('comma'))}. Correct one kind in the file, or choose the sign for the column; the others are then named one by one.`
        : `${value} (${field}): ${columnOf(facts)} is to be read ${chosen}, but its own numbers say otherwise${such(param('example'))}. Choose the other sign for the column, or correct those numbers.`
    },
  },
} as const satisfies Record<string, IssueText>
