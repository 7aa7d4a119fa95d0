import { sampleLimit, valueLimit, type ColumnProfile } from '#core/model/column-profile.ts'
import { ownCopy } from '#core/model/own-copy.ts'
import { noDates, noNumbers, tallyText } from './tally-text.ts'
import type { Tallies } from './tally-text.ts'

/** A column while its cells pass. One plain object for each: `pushText` is the hottest loop of reading a file. */
export interface GrowingProfile extends Tallies {
  filled: number
  readonly samples: string[]
  /** While a column has few different texts they are only counted; what they say of dates and numbers is found once for each. */
  values: Map<string, Counted> | null
  /** The text before this one: in many columns it comes again. */
  last: Counted
  /** How many texts in a row, from the first, were neither a date nor a number with a sign before decimals. */
  misses: number
}

interface Counted {
  readonly text: string
  count: number
}

/**
 * After so many texts of which none is a date or such a number, a column of names is not looked at further. Were it dates after
 * all, they would count as undecided, and be asked for: nothing is read wrong by not having looked.
 */
const missLimit = 5_000

export const emptyProfile: ColumnProfile = { filled: 0, samples: [], values: new Map(), dates: noDates, numbers: noNumbers }

export function newProfile(): GrowingProfile {
  return { filled: 0, samples: [], values: new Map(), last: { text: '', count: 0 }, misses: 0, dates: { ...noDates }, numbers: { ...noNumbers } }
}

/** White space that `trim` takes away, or what may be some. */
const isEdge = (code: number): boolean => code <= 32 || code === 160 || code >= 0x1680

/** A cell's text. */
export function pushText(profile: GrowingProfile, cell: string): void {
  if (cell === '') return
  let text = cell
  if (isEdge(cell.charCodeAt(0)) || isEdge(cell.charCodeAt(cell.length - 1))) {
    text = cell.trim()
    if (text === '') return
  }
  if (profile.filled < sampleLimit) profile.samples.push(ownCopy(text))
  profile.filled += 1
  if (profile.values !== null) countText(profile, text)
  else if (profile.misses < missLimit) lookAt(profile, text, 1)
}

function countText(profile: GrowingProfile, text: string): void {
  const { values, last } = profile
  if (last.text === text) {
    last.count += 1
    return
  }
  const seen = values?.get(text)
  if (seen !== undefined) {
    seen.count += 1
    profile.last = seen
  } else if (values !== null && values.size < valueLimit) {
    const counted = { text: ownCopy(text), count: 1 }
    values.set(counted.text, counted)
    profile.last = counted
  } else {
    for (const counted of values?.values() ?? []) lookAt(profile, counted.text, counted.count)
    profile.values = null
    lookAt(profile, text, 1)
  }
}

function lookAt(profile: GrowingProfile, text: string, times: number): void {
  if (tallyText(profile, text, times)) profile.misses = Number.NEGATIVE_INFINITY
  else profile.misses += 1
}

/** May be asked for at any time; more texts may follow. */
export function finishProfile({ filled, samples, values, dates, numbers }: GrowingProfile): ColumnProfile {
  const tallies = { dates: { ...dates }, numbers: { ...numbers } }
  for (const { text, count } of values?.values() ?? []) tallyText(tallies, text, count)
  const counts = values === null ? null : new Map(Array.from(values.values(), ({ text, count }) => [text, count] as const))
  return { filled, samples: [...samples], values: counts, ...tallies }
}
