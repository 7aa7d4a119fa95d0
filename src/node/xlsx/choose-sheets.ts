import type { ReadingFinding, ReadingQuestion } from '#core/model/reading.ts'
import type { ReadOptions } from '../source-file/read-options.ts'
import type { SheetEntry } from './read-parts.ts'
import { damaged, Refusal } from './refusal.ts'
import type { SheetGlance, SheetKind } from './sheet-kind.ts'

export interface SheetChoice {
  readonly chosen: readonly SheetEntry[]
  readonly findings: readonly ReadingFinding[]
  /** Several sheets hold tables, and which of them are meant is open: nothing is read before that is decided. */
  readonly question: ReadingQuestion | null
}

type Glance = (sheet: SheetEntry) => Promise<SheetGlance>
interface Seen {
  readonly sheet: SheetEntry
  readonly glance: SheetGlance
}

/**
 * Which sheets to read. Named ones as they are named; `all` are the visible ones that hold a table or a header. With neither,
 * the one visible sheet that holds a table; of several, those that an earlier import gave back, or else the operator says which. Hidden sheets are read when named, never else.
 */
export async function chooseSheets(sheets: readonly SheetEntry[], wanted: ReadOptions['sheets'], glance: Glance): Promise<SheetChoice> {
  if (sheets.length === 0) throw damaged('it has no sheets')
  if (wanted !== undefined && wanted !== 'all') {
    const chosen = wanted.map((name) => findSheet(sheets, name))
    return { chosen, findings: [...said(`Read as chosen: ${quoteAll(chosen)}.`), ...hiddenFinding(sheets, chosen)], question: null }
  }
  const visible = sheets.filter((sheet) => !sheet.hidden && sheet.part !== null)
  const seen: Seen[] = []
  for (const sheet of visible) seen.push({ sheet, glance: await glance(sheet) })
  const tables = ofKind(seen, ['table'])
  const returned = wanted === undefined ? ofKind(seen, ['table', 'header-only']).filter(({ glance: { isReturned } }) => isReturned) : []
  const question = wanted === undefined && tables.length > 1 && returned.length === 0 ? askSheets(tables) : null
  const chosen = question !== null ? [] : (returned.length > 0 ? returned : wanted === 'all' ? chooseAll(seen) : chooseOne(seen)).map(({ sheet }) => sheet)
  const left = seen.filter(({ sheet }) => !chosen.includes(sheet))
  const why = chosen.length === 0 ? [] : returned.length > 0
    ? said(`This workbook was given back by an earlier import, so the sheets of that import were read: ${quoteAll(chosen)}.`)
    : wanted === 'all'
    ? said(`All visible sheets with a table or a header were read: ${quoteAll(chosen)}.`)
    : said(`Sheet ${quoteAll(chosen)} was read${visible.length === 1 ? '' : ', the only visible one that holds a table'}.`)
  const open = question === null ? [] : [{ about: 'sheet', confidence: 0.5, evidence: question.text } as const]
  const others = question === null && left.length > 0 ? said(`Not read: ${left.map(({ sheet, glance: { kind } }) => `“${sheet.name}” (${kindWords[kind]})`).join(', ')}.`) : []
  return { chosen, findings: [...why, ...open, ...others, ...hiddenFinding(sheets, chosen)], question }
}

const kindWords: Readonly<Record<SheetKind, string>> = {
  blank: 'blank', notes: 'notes', ours: 'written by the program', 'header-only': 'a header and nothing below', table: 'another table',
}

function ofKind(seen: readonly Seen[], kinds: readonly SheetKind[]): readonly Seen[] {
  return seen.filter(({ glance: { kind } }) => kinds.includes(kind))
}

/** Without any table the first sheet that is not blank is read, so that what is missing there can be said. */
function chooseOne(seen: readonly Seen[]): readonly Seen[] {
  const tables = ofKind(seen, ['table'])
  return tables.length > 0 ? tables : ofKind(seen, ['notes', 'header-only']).slice(0, 1)
}

function chooseAll(seen: readonly Seen[]): readonly Seen[] {
  const found = ofKind(seen, ['table', 'header-only'])
  return found.length > 0 ? found : ofKind(seen, ['notes'])
}

function findSheet(sheets: readonly SheetEntry[], name: string): SheetEntry {
  const sheet = sheets.find((candidate) => candidate.name === name) ?? sheets.find((candidate) => candidate.name.trim().toLowerCase() === name.trim().toLowerCase())
  if (sheet !== undefined) return sheet
  throw new Refusal('no-such-sheet', `has no sheet “${name}”. Its sheets are: ${sheets.map((one) => `“${one.name}”${one.hidden ? ' (hidden)' : ''}`).join(', ')}.`)
}

function askSheets(tables: readonly Seen[]): ReadingQuestion {
  const names = tables.map(({ sheet }) => sheet.name)
  const all = { decision: { sheets: 'all' } as const, value: 'all', label: `All of them together: ${names.join(', ')}`, preview: tables.flatMap(({ sheet, glance }) => [[sheet.name], ...glance.preview.slice(0, 2)]).slice(0, 10) }
  const single = tables.map(({ sheet: { name }, glance: { preview } }) => ({ decision: { sheets: [name] }, value: name, label: `Only “${name}”`, preview }))
  return { about: 'sheets', file: 0, sheet: null, option: '--sheet', text: `${tables.length} visible sheets hold tables (${quoteAll(tables.map(({ sheet }) => sheet))}). Which shall be read?`, choices: [all, ...single] }
}

function hiddenFinding(sheets: readonly SheetEntry[], chosen: readonly SheetEntry[]): readonly ReadingFinding[] {
  const hidden = sheets.filter((sheet) => sheet.hidden && !chosen.includes(sheet))
  return hidden.length === 0 ? [] : [{ about: 'hidden', confidence: 1, evidence: `Hidden and not read: ${quoteAll(hidden)}.` }]
}

function said(evidence: string): readonly ReadingFinding[] {
  return [{ about: 'sheet', confidence: 1, evidence }]
}

function quoteAll(sheets: readonly SheetEntry[]): string {
  return sheets.map(({ name }) => `“${name}”`).join(', ')
}
