import type { Command } from 'commander'
import { fail, ok, type Result } from '#core/model/result.ts'
import { chooseColumn, readTarget, setFixed } from '#engine/session/change-mapping.ts'
import { openSession } from '#engine/session/open-session.ts'
import { touch, type Session } from '#engine/session/session.ts'
import { chooseMapping } from './choose-mapping.ts'
import { applyDateOrders, applyDecimalSigns } from './column-formats.ts'
import { columnNumber } from './column-number.ts'
import { collect, readingDecisions, withReadingOptions, type ReadingOptions } from './reading-options.ts'
import { undecided, type Undecided } from './reading-questions.ts'

/** Options of every command that reads a file. */
export interface FileOptions extends ReadingOptions {
  readonly json?: boolean
}

export interface MappingOptions extends FileOptions {
  readonly mapping?: string
  /** False with `--no-saved-mapping`. */
  readonly savedMapping?: boolean
  readonly offline?: boolean
  readonly map?: string[]
  readonly set?: string[]
  readonly dateOrder?: string[]
  readonly decimalSign?: string[]
  readonly fillDown?: string
}

export function withFileOptions(command: Command): Command {
  return withReadingOptions(command).option('--json', 'machine-readable result on stdout (docs/cli-json.md)')
}

export function withMappingOptions(command: Command): Command {
  return withFileOptions(command)
    .option('--mapping <file>', 'mapping file, as written by `onboarder map --out`, or the name of a saved mapping')
    .option('--no-saved-mapping', 'match the columns anew, without saved mappings and earlier choices')
    .option('--map <column=field>', 'fill a field from a column (header text or letter); `column=` leaves it out', collect)
    .option('--set <field=value>', 'fixed value for a field the file lacks', collect)
    .option('--date-order <order>', 'dmy, mdy or ymd for date columns that leave it open, or column=order', collect)
    .option('--decimal-sign <sign>', 'point or comma for number columns that leave it open, or column=sign', collect)
    .option('--fill-down <yes|no>', 'whether rows without an account number belong to the customer above them')
}

/** For commands that can do without the server. */
export function withOfflineOption(command: Command): Command {
  return command.option('--offline', 'resolve names by the lists that were kept of the server last used, without asking it')
}

/** Opens the files together, each read as the command line says. */
export async function openFiles(paths: readonly string[], options: FileOptions): Promise<Result<Session>> {
  const decisions = readingDecisions(paths, options)
  return decisions.ok ? openSession(paths.map((path, at) => ({ path, options: decisions.value[at] ?? {} }))) : decisions
}

/** Opens the files and applies what the command line says about their columns. What leaves its reading open is refused. */
export async function openWithOptions(paths: readonly string[], options: MappingOptions): Promise<Result<Session> | { readonly ok: false; readonly failure: Undecided }> {
  const session = await openFiles(paths, options)
  if (!session.ok) return session
  const open = undecided(session.value.source)
  if (open !== null) return { ok: false, failure: open }
  for (const step of [chooseMapping, applyColumns, applyFixed, applyFormats, applyFillDown]) {
    const done = await step(session.value, options)
    if (!done.ok) return done
  }
  return session
}

function applyColumns(session: Session, { map = [] }: MappingOptions): Result<null> {
  for (const pair of map) {
    const [columnName, field] = splitPair(pair)
    const place = field === null ? null : columnNumber(session.source, columnName)
    if (place === null || field === null) return fail('bad-usage', `--map takes column=field with a column of the file; there is none called "${columnName}".`)
    if (!place.ok) return place
    const chosen = chooseColumn(session, { ...place.value, target: field === '' ? null : field })
    if (!chosen.ok) return chosen
  }
  return ok(null)
}

function applyFixed(session: Session, { set = [] }: MappingOptions): Result<null> {
  for (const pair of set) {
    const [field, value] = splitPair(pair)
    if (value === null) return fail('bad-usage', '--set takes field=value, for example --set site.siteAddress.country=GB.')
    const target = readTarget(field)
    if (!target.ok) return target
    const done = setFixed(session, field, value)
    if (!done.ok) return done
  }
  return ok(null)
}

function applyFormats(session: Session, { dateOrder = [], decimalSign = [] }: MappingOptions): Result<null> {
  const dates = applyDateOrders(session, dateOrder)
  return dates.ok ? applyDecimalSigns(session, decimalSign) : dates
}

function applyFillDown(session: Session, { fillDown }: MappingOptions): Result<null> {
  if (fillDown === undefined) return ok(null)
  if (fillDown !== 'yes' && fillDown !== 'no') return fail('bad-usage', '--fill-down takes yes or no.')
  session.mapping = { ...session.mapping, tables: session.mapping.tables.map((table) => ({ ...table, fillDown: fillDown === 'yes' })) }
  touch(session)
  return ok(null)
}

/** At the last `=` that a field path or value cannot contain before it: the first one. */
function splitPair(pair: string): readonly [string, string | null] {
  const at = pair.indexOf('=')
  return at < 0 ? [pair, null] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
}
