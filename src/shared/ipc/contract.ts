import { z } from 'zod'
import * as c from './comfort-schemas.ts'
import { call, event, type Contract } from './kit.ts'
import * as m from './mapping-schemas.ts'
import * as f from './mend-schemas.ts'
import * as s from './schemas.ts'
import * as r from './source-schemas.ts'

const sourceId = s.SourceId
const nothing = z.strictObject({})
const chosenFile = z.strictObject({ token: s.FileToken, name: z.string() })

/**
 * Every call and event between the window, the main process and the engine: the only place where one exists.
 * `app` and `files` are answered by the main process (dialogs, themes); everything else by the engine in its own process.
 */
export const contract = {
  app: {
    info: call(nothing, z.strictObject({ version: z.string(), practiceOnly: z.boolean() })),
    settings: call(nothing, c.Settings),
    /** What is left out stays as it is. */
    change: call(c.SettingsChange, c.Settings),
    /** The engine's process died and was started anew: files are closed, nobody is signed in, an import that went on is interrupted. */
    engineRestarted: event(nothing),
  },
  files: {
    /** Open dialog; no files when the operator closes it. Tokens stand for paths: the page never names a file on disk. */
    choose: call(nothing, z.array(chosenFile)),
    /** The system wants a file opened: dropped on the icon, opened with the program, named at a second start. To be taken. */
    offered: event(nothing),
    takeOffered: call(nothing, z.array(chosenFile)),
    /** These files were opened: those that the operator chose belong among the recent ones. */
    opened: call(z.strictObject({ tokens: z.array(s.FileToken).max(20) }), nothing),
    recent: call(nothing, z.array(c.RecentFile)),
    reopen: call(z.strictObject({ id: z.string().max(100) }), z.array(chosenFile)),
    clearRecent: call(nothing, nothing),
    chooseMapping: call(nothing, chosenFile.nullable()),
    example: call(z.strictObject({ name: z.enum(['clean', 'broken', 'large']) }), chosenFile),
    chooseSave: call(z.strictObject({ suggestedName: z.string().max(200), kind: z.enum(['report', 'fix', 'template', 'mapping']) }), chosenFile.nullable()),
  },
  source: {
    /** Reads the files as one source. Answers early for a large one: see `SourceView`. */
    open: call(z.strictObject({ files: z.array(r.FileToOpen).min(1).max(20) }), r.SourceView),
    /** Waits for the end of reading; fails with what reading failed with, and the source is closed then. */
    ready: call(z.strictObject({ sourceId }), r.SourceView),
    progressed: event(r.SourceProgressed),
    rows: call(r.RowsQuery, z.strictObject({ total: z.int(), rows: z.array(r.RowView) })),
    /** Position of a row in the list that `rows` pages through; -1 when it is not in it. */
    locate: call(z.strictObject({ sourceId, table: z.int(), row: z.int(), filter: r.RowFilter.default({ only: 'all' }) }), z.strictObject({ index: z.int() })),
    /** Replaces a cell's text; null restores what the file says. */
    edit: call(z.strictObject({ sourceId, table: z.int().min(0), row: z.int().min(1), column: z.int().min(0), text: z.string().max(32_767).nullable() }), s.ReviewView),
    /** The range as text for the clipboard: tabs between cells, lines between rows. */
    copy: call(z.strictObject({ sourceId, range: r.CellRange }), z.strictObject({ text: z.string() })),
    /** One step of the history, whatever its size. `lost`: lines and columns of a paste for which the list has no place. */
    changeRange: call(
      z.strictObject({ sourceId, range: r.CellRange, change: r.RangeChange }),
      z.strictObject({ review: s.ReviewView, cells: z.int(), lost: z.strictObject({ rows: z.int(), columns: z.int() }) }),
    ),
    exclude: call(z.strictObject({ sourceId, table: z.int().min(0), rows: z.array(z.int()).max(10_000), excluded: z.boolean() }), s.ReviewView),
    /** Also ends reading that is going on. */
    close: call(z.strictObject({ sourceId }), nothing),
  },
  mapping: {
    read: call(z.strictObject({ sourceId }), m.MappingView),
    setColumn: call(
      z.strictObject({ sourceId, table: z.int().min(0), column: z.int().min(0), target: z.string().max(300).nullable(), dateOrder: m.DateOrder.optional(), decimalSign: m.DecimalSign.optional() }),
      m.MappingView,
    ),
    setFixed: call(z.strictObject({ sourceId, field: z.string().max(300), text: z.string().max(500).nullable() }), m.MappingView),
    /** What the texts of a column become, all confirmed ones of the column; each value as the field takes it (an id for a reference). */
    setValues: call(
      z.strictObject({ sourceId, table: z.int().min(0), column: z.int().min(0), values: z.record(z.string().max(500), z.string().max(500)) }),
      m.MappingView,
    ),
    /** Whether rows of a table that leave the account number empty belong to the row above them; null: as detected. */
    setFillDown: call(z.strictObject({ sourceId, table: z.int().min(0), fillDown: z.boolean().nullable() }), m.MappingView),
    /** Matches anew, without the saved mapping. */
    reset: call(z.strictObject({ sourceId }), m.MappingView),
    saved: call(z.strictObject({ sourceId }), z.strictObject({ mappings: z.array(m.SavedMapping) })),
    /** Under a name; the same name replaces. The file's headings then bring it back by themselves. */
    saveAs: call(z.strictObject({ sourceId, name: z.string().trim().min(1).max(100) }), m.MappingView),
    apply: call(z.strictObject({ sourceId, id: z.string().max(200) }), m.MappingView),
    forget: call(z.strictObject({ id: z.string().max(200) }), nothing),
    /** From a `.mapping.json` file that somebody shared. */
    load: call(z.strictObject({ sourceId, token: s.FileToken }), m.MappingView),
    save: call(z.strictObject({ sourceId, token: s.FileToken }), nothing),
  },
  review: {
    read: call(z.strictObject({ sourceId }), s.ReviewView),
    issues: call(
      z.strictObject({ sourceId, ...s.Page.shape, code: z.string().optional(), severity: s.Severity.optional(), cause: f.CauseKey.optional() }),
      z.strictObject({ total: z.int(), issues: z.array(s.IssueView) }),
    ),
    customers: call(
      z.strictObject({ sourceId, ...s.Page.shape, bucket: s.Bucket.optional(), search: z.string().max(200).optional() }),
      z.strictObject({ total: z.int(), customers: z.array(s.CustomerRow) }),
    ),
    customer: call(z.strictObject({ sourceId, key: z.string(), row: z.int() }), s.CustomerTree),
  },
  mend: {
    /** Problems by cause, the most frequent first; `total` of them, of which a few hundred are named. */
    causes: call(z.strictObject({ sourceId }), z.strictObject({ total: z.int(), causes: z.array(f.CauseView) })),
    fixes: call(z.strictObject({ sourceId, cause: f.CauseKey }), f.CauseFixes),
    /** What a fix would change, before anything is changed. */
    preview: call(z.strictObject({ sourceId, cause: f.CauseKey, fix: f.FixValue, ...s.Page.shape }), f.FixPreview),
    /** Mends all problems of the cause: one step of the history. */
    apply: call(z.strictObject({ sourceId, cause: f.CauseKey, fix: f.FixValue }), s.ReviewView),
    history: call(z.strictObject({ sourceId }), f.HistoryView),
    undo: call(z.strictObject({ sourceId }), s.ReviewView),
    redo: call(z.strictObject({ sourceId }), s.ReviewView),
    /** Any state of the file that ever was; 0 is the file itself. */
    goTo: call(z.strictObject({ sourceId, step: z.int().min(0) }), s.ReviewView),
  },
  target: {
    current: call(nothing, s.TargetView.nullable()),
    /** The password goes in and never comes back out; it is kept in the engine's memory only. */
    connect: call(
      z.discriminatedUnion('kind', [
        // `isDefault`: by the window itself; it never takes the place of what the operator chose.
        // `difficult`: it makes trouble by itself, to see how an import copes.
        z.strictObject({ kind: z.literal('practice'), isDefault: z.boolean().default(false), difficult: z.boolean().default(false) }),
        z.strictObject({ kind: z.literal('live'), baseUrl: z.string().max(500), brand: z.string().max(200), username: z.string().max(100), password: z.string().max(100) }),
      ]),
      s.TargetView,
    ),
    /** From the connected server, or from what was kept of the last one: `readAt` says how old it is. */
    reference: call(z.strictObject({ kind: s.ReferenceKindName }), s.ReferenceView),
    /** Reads the reference lists again. */
    refresh: call(nothing, s.TargetView),
  },
  run: {
    /** Reads only: asks the target which customers exist, plans, freezes nothing yet. */
    dryRun: call(
      z.strictObject({ sourceId, skipExisting: z.boolean(), ...s.Pace.shape }),
      s.DryRunView,
    ),
    /** While a dry run goes on: how many of its customers were looked up on the target. */
    lookedUp: event(z.strictObject({ sourceId, looked: z.int(), of: z.int() })),
    /**
     * Sends exactly the plan with this hash, once for each dry run. `confirm`: the number of customers as typed; required for a live
     * target. `notices`: what is worth knowing and stops nothing, such as a file that has changed since it was read.
     */
    start: call(z.strictObject({ sourceId, planHash: z.string(), confirm: z.string().max(20).nullable() }), z.strictObject({ runId: s.RunId, notices: z.array(z.string()) })),
    pause: call(z.strictObject({ runId: s.RunId }), nothing),
    goOn: call(z.strictObject({ runId: s.RunId }), nothing),
    /** Resumable. Also asks another process that sends the run. */
    cancel: call(z.strictObject({ runId: s.RunId }), nothing),
    /** Gives a run that is not going on up for good: what is open is looked up first, the rest is not sent. Followed by events. */
    close: call(z.strictObject({ runId: s.RunId }), nothing),
    setPace: call(z.strictObject({ runId: s.RunId, ...s.Pace.shape }), nothing),
    /** Progress of a run that is going on; null when it is not. */
    progress: call(z.strictObject({ runId: s.RunId }), s.RunProgress.nullable()),
    list: call(nothing, z.strictObject({ runs: z.array(s.RunSummary), damaged: z.array(s.DamagedRun) })),
    /** Goes on with a run that stopped before its end, from the journal; the file is not read again. */
    resume: call(z.strictObject({ runId: s.RunId }), nothing),
    /** Deletes a run that has ended, with everything kept of it. */
    forget: call(z.strictObject({ runId: s.RunId }), nothing),
    progressed: event(s.RunProgress),
    finished: event(s.RunEnd),
  },
  report: {
    read: call(z.strictObject({ runId: s.RunId }), s.ReportView),
    lines: call(
      z.strictObject({ runId: s.RunId, ...s.Page.shape, bucket: s.ReportBucket.optional() }),
      z.strictObject({ total: z.int(), lines: z.array(s.ReportLine) }),
    ),
    /** `result`: the operator's workbook with what became of each row (or CSV, or JSON) · `fix`: the workbook of what is left to mend. */
    save: call(z.strictObject({ runId: s.RunId, token: s.FileToken, what: z.enum(['result', 'fix']) }), nothing),
    template: call(z.strictObject({ token: s.FileToken }), nothing),
  },
} as const satisfies Contract

export type AppContract = typeof contract
export type MainArea = 'app' | 'files'
export type EngineArea = Exclude<keyof AppContract, MainArea>
