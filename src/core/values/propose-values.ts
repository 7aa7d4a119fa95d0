// What the texts of a column may mean, for the operator to confirm: nothing here is used before it stands in `ColumnMatch.values`.
import type { ColumnProfile } from '#core/model/column-profile.ts'
import type { FieldEntry } from '#core/model/field.ts'
import { ExactNumber } from '#core/model/json.ts'
import type { Json } from '#core/model/json.ts'
import type { Reference } from '#core/model/reference.ts'
import { takesValueTable } from './column-reading.ts'
import { readAlone } from './read-alone.ts'
import { nearestAmong } from './nearest-choice.ts'
import type { Nearest } from './nearest-choice.ts'
import { proposeWholeNumber } from './propose-number.ts'
import { spelledChoices } from './value-choices.ts'
import type { ValueChoice } from './value-choices.ts'

/** One line of the table of a column's values. */
export interface ValueProposal {
  /** Trimmed, as it stands in the column. */
  readonly text: string
  /** How many cells hold it; null when the column has more different texts than are counted, and this is only one of the samples. */
  readonly count: number | null
  /** Read so already, as a known spelling: shown, and in need of nothing. False: an error until it is confirmed or changed. */
  readonly taken: boolean
  /**
   * What `ColumnMatch.values` would hold for it: a value of the list, an id, `yes` or `no`, a country code; '' to leave the cell
   * empty. Null where nothing fits.
   */
  readonly proposed: string | null
  /** 0 to 1; 1 for what is taken, 0 where nothing fits. */
  readonly confidence: number
  /** One plain sentence. */
  readonly reason: string
}

type Proposal = Omit<ValueProposal, 'text' | 'count'>

/**
 * Each different text of the column that is not the field's own value to the letter, in the order of the column. Empty for fields
 * that take any text. Dates and numbers that only wait for their column to be decided (`columnQuestion`) are not among them.
 */
export function proposeValues(entry: FieldEntry, profile: ColumnProfile, reference: Reference): readonly ValueProposal[] {
  if (!takesValueTable(entry)) return []
  const counted: ReadonlyMap<string, number | null> = profile.values ?? new Map(profile.samples.map((text) => [text, null]))
  const read = readAlone(entry, reference)
  const propose = guesser(entry, reference)
  return Array.from(counted).flatMap(([text, count]): readonly ValueProposal[] => {
    const own = read(text)
    if (own.kind === 'own' || own.kind === 'waits') return []
    const proposal = own.kind === 'taken' ? { taken: true, proposed: valueText(own.value), confidence: 1, reason: takenReason(entry, own.value) } : propose(text)
    return [{ text, count, ...proposal }]
  })
}

/** What the operator may choose for a text of this field; empty where there is no list. */
export function valueChoices(entry: FieldEntry, reference: Reference): readonly ValueChoice[] {
  return spelledChoices(entry, reference)?.map(({ value, label }) => ({ value, label })) ?? []
}

/** At most this many different texts of a column are compared with its list for the sake of a sentence. */
const proposerLimit = 300

/** What a text may mean, for the sentence of its issue; null when nothing fits. Each text is looked at once, and not without end. */
export function proposer(entry: FieldEntry | null, reference: Reference): (text: string) => string | null {
  if (entry === null || !takesValueTable(entry)) return () => null
  const known = new Map<string, string | null>()
  let propose: ((text: string) => Proposal) | null = null
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= proposerLimit) return null
    propose ??= guesser(entry, reference)
    const { proposed } = propose(text)
    const told = proposed === '' ? null : proposed
    known.set(text, told)
    return told
  }
}

/** The text that would be converted to this value. */
function valueText(value: Json): string {
  if (value instanceof ExactNumber) return value.text
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(valueText).join(', ')
  return typeof value === 'string' ? value : ''
}

function takenReason({ type: { kind } }: FieldEntry, value: Json): string {
  if (kind === 'country') return `A name of ${valueText(value)}.`
  return kind === 'reference' || kind === 'reference-list' ? `The name of the entry ${valueText(value)}.` : `Another way to write ${valueText(value)}.`
}

/** What people write where they know nothing. */
const emptyMarks = new Set(['n/a', 'na', 'n.a.', 'n.a', 'none', 'nil', 'null', '-', '--', '—', '–', '.', '?', '??', 'tbc', 'tba', 'tbd', 'unknown', 'not known', 'not applicable', '#n/a', 'blank', 'empty', 'to be confirmed', 'not set'])

const nothing = (reason: string): Proposal => ({ taken: false, proposed: null, confidence: 0, reason })

function guesser(entry: FieldEntry, reference: Reference): (text: string) => Proposal {
  const { type } = entry
  const choices = spelledChoices(entry, reference)
  const nearest = choices === null ? null : nearestAmong(choices)
  return (text) => {
    if (emptyMarks.has(text.toLowerCase())) {
      return entry.required === 'no' ? { taken: false, proposed: '', confidence: 0.7, reason: 'Usually stands for an empty cell.' } : nothing('Usually stands for an empty cell, but the field is required.')
    }
    if (type.kind === 'integer') {
      const number = proposeWholeNumber(entry, text)
      return number === null ? nothing('It does not name one whole number.') : { taken: false, ...number }
    }
    if (type.kind === 'boolean' && /^[x✗✘×]$/i.test(text)) return mark(text)
    if (type.kind === 'date') return nothing('This is not a date, or not one that exists.')
    if (type.kind === 'decimal') return nothing('It is no number.')
    if (nearest === null) return nothing('The list has not been read from Elevate.')
    return type.kind === 'reference-list' ? several(text, nearest) : one(nearest(text))
  }
}

/** An x ticks a box in one file and crosses it out in another. */
function mark(text: string): Proposal {
  const ticks = /x/i.test(text)
  return { taken: false, proposed: ticks ? 'yes' : 'no', confidence: 0.5, reason: ticks ? 'An x mostly marks what applies; in some files it crosses it out.' : 'A cross mostly marks what does not apply.' }
}

function one(found: Nearest): Proposal {
  if (found.kind === 'none') return nothing('Nothing in the list is like it.')
  if (found.kind === 'several') return nothing(`It could be ${found.choices.map(({ label }) => label).slice(0, 4).join(' or ')}.`)
  const { choice, spelling, score } = found
  const means = spelling === choice.value || choice.label.startsWith(spelling) ? '' : `, which means ${choice.label}`
  return { taken: false, proposed: choice.value, confidence: Math.round(Math.min(score, 0.95) * 100) / 100, reason: `Nearest to "${spelling}"${means}.` }
}

/** Each part of a cell that holds several names; half a list would be another list. */
function several(text: string, nearest: (text: string) => Nearest): Proposal {
  const parts = text.split(/[,;\r\n]+/).map((part) => part.trim()).filter((part) => part !== '').map((part) => one(nearest(part)))
  const missing = parts.find(({ proposed }) => proposed === null)
  if (missing !== undefined || parts.length === 0) return nothing(missing?.reason ?? 'Nothing in the list is like it.')
  return { taken: false, proposed: parts.map(({ proposed }) => proposed).join(', '), confidence: Math.min(...parts.map(({ confidence }) => confidence)), reason: parts.map(({ reason }) => reason).join(' ') }
}
