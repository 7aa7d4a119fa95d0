import { sampleLimit, valueLimit, type ColumnProfile } from '#core/model/column-profile.ts'
import { noDates, noNumbers, ownCopy, tallyText } from './tally-text.ts'
import type { Tallies } from './tally-text.ts'

/** A column while its cells pass. One plain object for each: `pushText` is the hottest loop of reading a file. */
export interface GrowingProfile extends Tallies {
  filled: number
  readonly samples: string[]
  /** While a column has few different texts they are only counted; what they say of dates and numbers is found once for each. */
  values: Map<string, { count: number }> | null
}

export const emptyProfile: ColumnProfile = { filled: 0, samples: [], values: new Map(), dates: noDates, numbers: noNumbers }

export function newProfile(): GrowingProfile {
  return { filled: 0, samples: [], values: new Map(), dates: { ...noDates }, numbers: { ...noNumbers } }
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
  profile.filled += 1
  if (profile.samples.length < sampleLimit) profile.samples.push(ownCopy(text))
  const { values } = profile
  if (values === null) {
    tallyText(profile, text, 1)
    return
  }
  const seen = values.get(text)
  if (seen !== undefined) seen.count += 1
  else if (values.size < valueLimit) values.set(ownCopy(text), { count: 1 })
  else {
    tallyValues(profile, values)
    profile.values = null
    tallyText(profile, text, 1)
  }
}

function tallyValues(tallies: Tallies, values: ReadonlyMap<string, { readonly count: number }>): void {
  for (const [text, { count }] of values) tallyText(tallies, text, count)
}

/** May be asked for at any time; more texts may follow. */
export function finishProfile({ filled, samples, values, dates, numbers }: GrowingProfile): ColumnProfile {
  const tallies = { dates: { ...dates }, numbers: { ...numbers } }
  if (values !== null) tallyValues(tallies, values)
  const counts = values === null ? null : new Map(Array.from(values, ([text, { count }]) => [text, count] as const))
  return { filled, samples: [...samples], values: counts, ...tallies }
}
