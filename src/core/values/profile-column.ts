import { sampleLimit, valueLimit, type ColumnProfile, type DateTally } from '#core/model/column-profile.ts'
import { readDateShape } from './date.ts'

export interface ColumnProfiler {
  /** A cell's text, not empty. */
  push(text: string): void
  finish(): ColumnProfile
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

export const emptyProfile: ColumnProfile = {
  filled: 0, samples: [], values: new Map(),
  dates: { dayFirst: 0, monthFirst: 0, ambiguous: 0, certain: 0, serials: 0, example: null, dayFirstExample: null, monthFirstExample: null, serialExample: null },
  numbers: { point: 0, comma: 0, ambiguous: 0, example: null, pointExample: null, commaExample: null },
}

export function newColumnProfiler(): ColumnProfiler {
  const samples: string[] = []
  let values: Map<string, number> | null = new Map()
  let filled = 0
  const dates = { ...emptyProfile.dates }
  return {
    push(text) {
      const trimmed = text.trim()
      if (trimmed === '') return
      filled += 1
      if (samples.length < sampleLimit) samples.push(ownCopy(trimmed))
      if (mayBeDate(trimmed)) tallyDate(dates, trimmed)
      if (values === null) return
      const seen = values.get(trimmed)
      if (seen !== undefined) values.set(trimmed, seen + 1)
      else if (values.size < valueLimit) values.set(ownCopy(trimmed), 1)
      else values = null
    },
    finish: () => ({ filled, samples, values, dates, numbers: emptyProfile.numbers }),
  }
}

/** A text cut out of a large one keeps all of it alive: what stays is copied. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : `${text} `.slice(0, -1)
}

/** Cheap enough for every cell: a date begins with a digit, or names a month. */
function mayBeDate(text: string): boolean {
  return text.length >= 6 && text.length <= 40 && /^\d|[a-z]{3}.*\d/i.test(text)
}

function tallyDate(dates: Writable<DateTally>, text: string): void {
  const shape = readDateShape(text)
  if (shape === null) return
  if (shape.kind === 'certain' || shape.first === shape.second) dates.certain += 1
  else if (shape.first > 12) dates.dayFirst += 1
  else if (shape.second > 12) dates.monthFirst += 1
  else {
    dates.ambiguous += 1
    dates.example ??= ownCopy(text)
  }
}
