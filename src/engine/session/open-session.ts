import { statSync } from 'node:fs'
import { ok, type Result } from '#core/model/result.ts'
import type { RowList, RowSink, Source, SourceTable, TableStarted } from '#core/model/source.ts'
import { profileTable } from '#core/values/profile-table.ts'
import { dataFolder } from '#node/paths.ts'
import type { ReadOptions } from '#node/read-source.ts'
import { readSources } from '#node/read-sources.ts'
import { newStagingTable, type StagingTable } from '#node/staging/staged-rows.ts'
import { openStagingArea, type StagingArea } from '#node/staging/staging-area.ts'
import { newCrew, type Crew } from '../prepare/crew.ts'
import { newHeadStart, type HeadStart } from '../prepare/head-start.ts'
import { sessionOf, type Session } from './session.ts'

export interface FileToOpen {
  readonly path: string
  /** What the operator decided about reading it. */
  readonly options?: ReadOptions
}

/** Files that are being read: what there is of them so far, and in the end a session. */
export interface Opening {
  /** In the order in which they were begun; their rows grow. */
  readonly tables: readonly BegunTable[]
  readonly progress: () => { readonly rows: number; readonly share: number }
  /** The first rows are there, or the reading has ended. */
  readonly begun: Promise<void>
  readonly done: Promise<Result<Session>>
  stop(): void
}

export interface BegunTable {
  readonly started: TableStarted
  readonly rows: RowList
}

const firstRows = 200
/** A file with as many rows when only a part of it is read is checked in threads, beginning with what there is. */
const headStartRows = 2_000
/** So large a file has that many, most likely. */
const crewBytes = 4 * 1024 ** 2

/** Reads files into a staging area of their own, which is gone again when that fails. */
export function beginSession(files: readonly FileToOpen[], folder = dataFolder()): Opening {
  const area = openStagingArea(folder)
  const abort = new AbortController()
  const staging: StagingTable[] = []
  const tables: BegunTable[] = []
  let started: TableStarted | null = null
  let share = 0
  // Threads take a moment to start: for a large file they do while its beginning is looked at.
  let crew: Crew | null = sizeOf(files) >= crewBytes ? newCrew() : null
  let hasBegun = false
  let headStart: HeadStart | null = null
  let sayBegun = (): void => undefined
  const begun = new Promise<void>((resolve) => { sayBegun = resolve })
  const newSink = (): RowSink => {
    const table = newStagingTable(area.path(`rows-${staging.length}`))
    staging.push(table)
    if (started !== null) begin(tables, { started, rows: table.rows })
    // With a second table, or the first one read anew, what was begun tells nothing of the whole.
    headStart = null
    return {
      add(row) {
        table.add(row)
        if (table.rows.length === firstRows) sayBegun()
        headStart?.add(row)
        if (table.rows.length !== headStartRows || hasBegun || share >= 0.5) return
        hasBegun = true
        crew ??= newCrew()
        if (staging.length === 1) headStart = startAhead(tables.at(-1), crew)
      },
      finish: () => table.finish(),
    }
  }
  const release = (): void => { for (const table of staging) table.close() }
  const read = readSources(files, {
    newSink, signal: abort.signal,
    onTable: (table) => { started = table },
    onProgress: (_, done) => { share = done },
  })
  const done = read.then((source): Result<Session> => {
    if (source.ok) return ok(sessionOf({ source: source.value, paths: files.map(({ path }) => path), area, staged: describe(staging, source.value.tables), release, crew, headStart }))
    crew?.close()
    discard(area, release)
    return source
  }, (error: unknown) => {
    crew?.close()
    discard(area, release)
    throw error
  })
  done.then(sayBegun, sayBegun)
  return {
    tables, begun, done, stop: () => abort.abort(),
    progress: () => ({ rows: tables.reduce((sum, { rows }) => sum + rows.length, 0), share }),
  }
}

export function openSession(files: readonly FileToOpen[], folder?: string): Promise<Result<Session>> {
  return beginSession(files, folder).done
}

/** 0 where one cannot be looked at: reading it says why. */
function sizeOf(files: readonly FileToOpen[]): number {
  try {
    return files.reduce((sum, { path }) => sum + statSync(path).size, 0)
  } catch {
    return 0
  }
}

/** Threads that check the rows there are, as they would be matched, and those that come. */
function startAhead(table: BegunTable | undefined, crew: Crew): HeadStart | null {
  if (table === undefined) return null
  const rows = Array.from({ length: headStartRows }, (_, index) => table.rows.at(index)).filter((row) => row !== undefined)
  const begun = { ...table.started, rows }
  const headStart = newHeadStart(sourceOf({ ...begun, columns: profileTable(begun) }), crew)
  for (const row of rows) headStart.add(row)
  return headStart
}

function sourceOf(table: SourceTable): Source {
  return { file: table.file, sizeBytes: 0, sha256: '', files: [], questions: [], issues: [], tables: [table] }
}

/** A table that is begun again, because its beginning misled, takes the place of its first attempt. */
function begin(tables: BegunTable[], begun: BegunTable): void {
  const { file, sheet } = begun.started
  const before = tables.findIndex(({ started }) => started.file === file && started.sheet === sheet)
  if (before < 0) tables.push(begun)
  else tables[before] = begun
}

/** The files of the tables' rows, in the tables' order; null when a reader kept rows of its own. */
function describe(staging: readonly StagingTable[], tables: readonly { readonly rows: RowList }[]) {
  const found = tables.map(({ rows }) => staging.find((table) => table.rows === rows)?.describe())
  return found.every((table) => table !== undefined) ? found : null
}

function discard(area: StagingArea, release: () => void): void {
  release()
  area.remove()
}
