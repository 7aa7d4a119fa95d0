import { basename } from 'node:path'
import type { Command } from 'commander'
import type { ReadingDecisions } from '#core/model/reading.ts'
import { fail, ok, type Result } from '#core/model/result.ts'

/**
 * Options that decide how files are read, for every command that reads some. What is not given is detected or asked about. Each may
 * stand again with a file's name before its value (`--delimiter sites.csv=semicolon`), for that file alone.
 */
export interface ReadingOptions {
  readonly sheet?: string[]
  readonly delimiter?: string[]
  readonly quote?: string[]
  readonly escape?: string[]
  readonly encoding?: string[]
  readonly headerRow?: string[]
  readonly headerRows?: string[]
  readonly footerRows?: string[]
  readonly mergedCells?: string[]
  readonly hiddenRows?: string[]
  readonly hiddenColumns?: string[]
}

export const collect = (value: string, others: string[] = []): string[] => [...others, value]

export function withReadingOptions(command: Command): Command {
  return command
    .option('--sheet <name>', 'sheet of a workbook (again for several), or `all` for every visible one', collect)
    .option('--delimiter <character>', 'comma, semicolon, tab or pipe', collect)
    .option('--quote <character>', 'quote character: double or single', collect)
    .option('--escape <style>', 'how a quote stands inside quotes: doubled or backslash', collect)
    .option('--encoding <name>', 'utf-8, utf-16le, utf-16be, windows-1252, iso-8859-15 or macintosh', collect)
    .option('--header-row <number>', 'row that holds the column names, counted as the spreadsheet shows it; `none` when there is none', collect)
    .option('--header-rows <count>', 'how many rows the column names take, from the header row on', collect)
    .option('--footer-rows <count>', 'how many of the last rows are no data, such as a total', collect)
    .option('--merged-cells <rule>', 'text of merged cells counts for the first cell only (first) or for each they cover (fill)', collect)
    .option('--hidden-rows <rule>', 'include or skip', collect)
    .option('--hidden-columns <rule>', 'include or skip', collect)
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

/** What was decided for each file, in the order they were given. `bad-usage` names the option and what it takes. */
export function readingDecisions(paths: readonly string[], options: ReadingOptions): Result<readonly ReadingDecisions[]> {
  const decided: ReadingDecisions[] = []
  for (const path of paths) {
    const ofFile = decisionsOf((said) => valuesFor(path, said, paths), options)
    if (!ofFile.ok) return ofFile
    decided.push(ofFile.value)
  }
  return ok(decided)
}

function decisionsOf(valuesOf: (said: readonly string[]) => readonly string[], { sheet = [], ...others }: ReadingOptions): Result<ReadingDecisions> {
  const sheets = valuesOf(sheet)
  let decided: ReadingDecisions = sheets.length === 0 ? {} : { sheets: sheets.length === 1 && sheets[0] === 'all' ? 'all' : sheets }
  for (const key of Object.keys(readers) as (keyof typeof readers)[]) {
    // Of an option that stands twice the last one counts, as everywhere on a command line.
    const said = valuesOf(others[key] ?? []).at(-1)
    if (said === undefined) continue
    const [read, usage] = readers[key]
    const decision = read(said)
    if (decision === null) return fail('bad-usage', usage)
    decided = { ...decided, ...decision }
  }
  return ok(decided)
}

/** Those that name the file, or else those that name none. */
function valuesFor(path: string, said: readonly string[], paths: readonly string[]): readonly string[] {
  const named = said.flatMap((text) => afterName(path, text) ?? [])
  return named.length > 0 ? named : said.filter((text) => paths.every((each) => afterName(each, text) === null))
}

function afterName(path: string, text: string): string | null {
  const name = [path, basename(path)].find((each) => text.startsWith(`${each}=`))
  return name === undefined ? null : text.slice(name.length + 1)
}
