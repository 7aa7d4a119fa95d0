// Which contact and which site of the row a column means, where a row holds several.
import type { Level } from '#core/model/field.ts'
import type { ColumnMatch, ColumnTarget } from '#core/model/mapping.ts'
import { formatTarget } from '#core/model/mapping.ts'
import type { Candidate, ColumnChoices } from './candidate.ts'
import { headerWords } from './header-words.ts'

const levelOf = (target: ColumnTarget | null): string => target?.field.split('.')[0] ?? ''

/** The first of several is the one without a number: "Contact 1 name" and "Contact name" want the same field. */
export function canonical(candidate: Candidate): Candidate {
  const { index, site, ...rest } = candidate.target
  if (index !== 1 && site !== 1) return candidate
  return { ...candidate, target: { ...rest, ...(index === undefined || index === 1 ? {} : { index }), ...(site === undefined || (site === 1 && (index ?? 1) === 1) ? {} : { site }) } }
}

/**
 * "Contact phone 2" is the second telephone of one contact, and where other columns count contacts that way ("Contact name 2") the
 * telephone of the second.
 */
export function countWide(columns: readonly ColumnChoices[]): readonly ColumnChoices[] {
  const counted = new Set(columns.flatMap(({ candidates }) => candidates.flatMap(({ target, score }) => (isNamed(target) && score >= 0.85 && (target.index ?? 1) > 1 ? [target.index] : []))))
  if (counted.size === 0) return columns
  return columns.map((column) => {
    const [best] = column.candidates
    const number = Number(headerWords(column.header).at(-1))
    if (best?.target.field !== 'siteContact.contactAlternativeTelephoneNumber' || best.target.index !== undefined || best.kind === 'path' || !counted.has(number) || !headerWords(column.header).includes('contact')) return column
    return { ...column, candidates: [{ ...best, kind: 'composed', target: { field: 'siteContact.contactTelephoneNumber', index: number } }, ...column.candidates] }
  })
}

/** Xero's "Person1FirstName" is the first person besides the contact itself, whose "FirstName" stands before it. */
export function countFurtherPeople(columns: readonly ColumnChoices[]): readonly ColumnChoices[] {
  const numberOf = (header: string): number | null => {
    const [word, number] = headerWords(header)
    return word === 'person' && number !== undefined && /^[1-9]$/.test(number) ? Number(number) : null
  }
  const hasContact = columns.some(({ header, candidates: [best] }) => numberOf(header) === null && best !== undefined && best.score >= 0.85 && isNamed(best.target) && (best.target.index ?? 1) === 1)
  if (!hasContact || !columns.some(({ header }) => numberOf(header) === 1)) return columns
  return columns.map((column) => {
    const number = numberOf(column.header)
    if (number === null) return column
    return { ...column, candidates: column.candidates.map((candidate) => (candidate.target.field.startsWith('siteContact.') ? { ...candidate, target: { ...candidate.target, index: number + 1 } } : candidate)) }
  })
}

const isNamed = ({ field }: ColumnTarget): boolean => field === 'siteContact.contactName' || field === 'siteContact.contactEmailAddress'

/**
 * Where a row holds several contacts or sites, the columns without a number are those of the first ("Contact name", "Contact 2
 * name"). Where it holds one, the number 1 says nothing and goes. A contact that only says its site ("Site 2 contact") is the
 * first of that site where contacts are counted by site too, and otherwise the row's second: contact k belongs to site k.
 */
export function numberWideColumns(matches: readonly ColumnMatch[]): readonly ColumnMatch[] {
  const targets = matches.flatMap(({ target }) => (target === null ? [] : [target]))
  const severalSites = targets.some(({ field, index, site }) => (site ?? 1) > 1 || (field.startsWith('site.') && (index ?? 1) > 1))
  const countsBoth = severalSites && targets.some(({ index, site }) => site !== undefined && index !== undefined)
  const settled = matches.map((match) => (match.target === null ? match : { ...match, target: bySite(match.target, { severalSites, countsBoth }) }))
  const wide = new Set(settled.filter(({ target }) => (target?.index ?? 1) > 1).map(({ target }) => levelOf(target)))
  const levels: readonly Level[] = ['site', 'siteContact', 'customerContact']
  const numbered = settled.map((match) => {
    const level = levels.find((one) => one === levelOf(match.target))
    if (level === undefined || match.target === null) return match
    const { index = 1, ...rest } = match.target
    return { ...match, target: wide.has(level) ? { ...rest, index } : rest }
  })
  return numbered.map((match, at) => oneOfEqual(match, numbered.slice(0, at)))
}

/** "Site 2 contact" and "Contact 2 name" come to be the same contact only once they are numbered. */
function oneOfEqual(match: ColumnMatch, before: readonly ColumnMatch[]): ColumnMatch {
  if (!match.accepted || match.target === null) return match
  const text = formatTarget(match.target)
  const first = before.find(({ accepted, target }) => accepted && target !== null && formatTarget(target) === text)
  return first === undefined ? match : { ...match, accepted: false, confidence: Math.min(match.confidence, 0.6), reason: `The column "${first.header.trim()}" has this field already. Choose one.` }
}

function bySite(target: ColumnTarget, { severalSites, countsBoth }: { readonly severalSites: boolean; readonly countsBoth: boolean }): ColumnTarget {
  if (target.site === undefined) return target
  const { site, ...rest } = target
  if (!severalSites) return rest
  return countsBoth ? target : { ...rest, index: site }
}
