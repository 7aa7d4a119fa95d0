import type { Command } from 'commander'
import type { ReadingDecisions } from '#core/model/reading.ts'
import { fail, ok, type Result } from '#core/model/result.ts'

/** Options that decide how a file is read, for every command that reads one. What is not given is detected or asked about. */
export interface ReadingOptions {
  readonly sheet?: string[]
  readonly delimiter?: string
  readonly quote?: string
  readonly escape?: string
  readonly encoding?: string
  readonly headerRow?: string
  readonly headerRows?: string
  readonly footerRows?: string
  readonly mergedCells?: string
  readonly hiddenRows?: string
  readonly hiddenColumns?: string
}

export const collect = (value: string, others: string[] = []): string[] => [...others, value]

export function withReadingOptions(command: Command): Command {
  return command
    .option('--sheet <name>', 'sheet of a workbook (again for several), or `all` for every visible one', collect)
    .option('--delimiter <character>', 'comma, semicolon, tab or pipe')
    .option('--quote <character>', 'quote character: double or single')
    .option('--escape <style>', 'how a quote stands inside quotes: doubled or backslash')
    .option('--encoding <name>', 'utf-8, utf-16le, utf-16be, windows-1252, iso-8859-15 or macintosh')
    .option('--header-row <number>', 'row that holds the column names, counted as the spreadsheet shows it; `none` when there is none')
    .option('--header-rows <count>', 'how many rows the column names take, from the header row on')
    .option('--footer-rows <count>', 'how many of the last rows are no data, such as a total')
    .option('--merged-cells <rule>', 'text of merged cells counts for the first cell only (first) or for each they cover (fill)')
    .option('--hidden-rows <rule>', 'include or skip')
    .option('--hidden-columns <rule>', 'include or skip')
}

type Read = (said: string) => ReadingDecisions | null
type Reader = readonly [read: Read, usage: string]

const readers: Readonly<Record<Exclude<keyof ReadingOptions, 'sheet'>, Reader>> = {
  delimiter: [
    word({ comma: ',', semicolon: ';', tab: '\t', pipe: '|', ',': ',', ';': ';', '\t': '\t', '\\t': '\t', '|': '|' }, (delimiter) => ({ delimiter })),
    '--delimiter takes comma, semicolon, tab or pipe.',
  ],
  quote: [word({ double: '"', single: "'", '"': '"', "'": "'" }, (quote) => ({ quote })), '--quote takes double (") or single (\').'],
  escape: [word({ doubled: 'doubled', backslash: 'backslash' }, (escape) => ({ escape })), '--escape takes doubled or backslash.'],
  encoding: [
    word({
      'utf-8': 'utf-8', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be', 'windows-1252': 'windows-1252', 'iso-8859-15': 'iso-8859-15', macintosh: 'macintosh',
      utf8: 'utf-8', cp1252: 'windows-1252', latin9: 'iso-8859-15', 'mac-roman': 'macintosh',
    }, (encoding) => ({ encoding })),
    '--encoding takes utf-8, utf-16le, utf-16be, windows-1252, iso-8859-15 or macintosh.',
  ],
  headerRow: [(said) => (said === 'none' ? { headerRow: 'none' } : number(1, (headerRow) => ({ headerRow }))(said)), '--header-row takes a row number from 1, or none.'],
  headerRows: [number(1, (headerRows) => ({ headerRows })), '--header-rows takes a count from 1.'],
  footerRows: [number(0, (footerRows) => ({ footerRows })), '--footer-rows takes a count from 0.'],
  mergedCells: [word({ first: 'first', fill: 'fill' }, (mergedCells) => ({ mergedCells })), '--merged-cells takes first or fill.'],
  hiddenRows: [word({ include: 'include', skip: 'skip' }, (hiddenRows) => ({ hiddenRows })), '--hidden-rows takes include or skip.'],
  hiddenColumns: [word({ include: 'include', skip: 'skip' }, (hiddenColumns) => ({ hiddenColumns })), '--hidden-columns takes include or skip.'],
}

function word<Meant extends string>(words: Readonly<Record<string, Meant>>, decide: (meant: Meant) => ReadingDecisions): Read {
  const known = new Map<string, Meant>(Object.entries(words))
  return (said) => {
    const meant = known.get(said.toLowerCase())
    return meant === undefined ? null : decide(meant)
  }
}

function number(least: number, decide: (count: number) => ReadingDecisions): Read {
  return (said) => (/^\d{1,7}$/.test(said) && Number(said) >= least ? decide(Number(said)) : null)
}

/** `bad-usage` names the option and what it takes. */
export function readingDecisions(options: ReadingOptions): Result<ReadingDecisions> {
  let decided: ReadingDecisions = options.sheet === undefined ? {} : { sheets: options.sheet.includes('all') && options.sheet.length === 1 ? 'all' : options.sheet }
  for (const key of Object.keys(readers) as (keyof typeof readers)[]) {
    const said = options[key]
    if (said === undefined) continue
    const [read, usage] = readers[key]
    const decision = read(said)
    if (decision === null) return fail('bad-usage', usage)
    decided = { ...decided, ...decision }
  }
  return ok(decided)
}
