import type { ColumnChoice } from '../../app/mapping-actions.ts'

const orders = ['dmy', 'mdy', 'ymd'] as const
const signs = ['point', 'comma'] as const

/** What a choice's text stands for; nothing when it is none of them. */
export function readingChoice(about: 'dateOrder' | 'decimalSign', value: string): Pick<ColumnChoice, 'dateOrder' | 'decimalSign'> {
  const dateOrder = about === 'dateOrder' ? orders.find((order) => order === value) : undefined
  const decimalSign = about === 'decimalSign' ? signs.find((sign) => sign === value) : undefined
  return { ...(dateOrder === undefined ? {} : { dateOrder }), ...(decimalSign === undefined ? {} : { decimalSign }) }
}
