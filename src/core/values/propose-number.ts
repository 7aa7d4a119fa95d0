import type { FieldEntry } from '#core/model/field.ts'

export interface NumberProposal {
  readonly proposed: string
  readonly confidence: number
  readonly reason: string
}

const perUnit: Readonly<Record<'months' | 'days', Readonly<Record<string, number>>>> = {
  months: { month: 1, months: 1, mth: 1, mths: 1, mo: 1, mos: 1, m: 1, year: 12, years: 12, yr: 12, yrs: 12, y: 12 },
  days: { day: 1, days: 1, d: 1, week: 7, weeks: 7, wk: 7, wks: 7, w: 7 },
}

/** "24 months", "2 years", "Net 30" or "15th": a whole number with words around it. Null where more than one number is there. */
export function proposeWholeNumber({ label }: FieldEntry, text: string): NumberProposal | null {
  const numbers = text.match(/\d+(?:[.,]\d+)?/g) ?? []
  const [number = ''] = numbers
  if (numbers.length !== 1 || !/^\d{1,4}$/.test(number) || /[%£€$]|-\s*\d/.test(text)) return null
  const unit = label.includes('(months)') ? 'months' : label.includes('(days)') ? 'days' : null
  const words = text.toLowerCase().replace(number, ' ').match(/[a-z]+/g) ?? []
  const named = words.find((word) => Object.keys({ ...perUnit.months, ...perUnit.days }).includes(word))
  const times = unit === null || named === undefined ? undefined : perUnit[unit][named]
  if (unit !== null && named !== undefined) {
    return times === undefined ? null : { proposed: String(Number(number) * times), confidence: words.length === 1 ? 0.9 : 0.7, reason: times === 1 ? `The number without its words.` : `${number} ${named} are ${Number(number) * times} ${unit}.` }
  }
  return named === undefined ? { proposed: String(Number(number)), confidence: 0.6, reason: 'The number without its words.' } : null
}
