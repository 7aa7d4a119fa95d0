import { z } from 'zod'
import { call, event, type Contract } from './kit.ts'
import * as s from './schemas.ts'

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
  },
  files: {
    /** Open dialog; null when the operator closes it. Tokens stand for paths: the page never names a file on disk. */
    choose: call(nothing, chosenFile.nullable()),
    example: call(z.strictObject({ name: z.enum(['clean', 'broken', 'large']) }), chosenFile),
    chooseSave: call(z.strictObject({ suggestedName: z.string().max(200), kind: z.enum(['report', 'template', 'mapping']) }), chosenFile.nullable()),
  },
  source: {
    open: call(
      z.strictObject({
        token: s.FileToken,
        sheet: z.string().optional(),
        delimiter: z.enum([',', ';', '\t', '|']).optional(),
        encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).optional(),
        headerRow: z.int().min(1).optional(),
      }),
      s.SourceView,
    ),
    rows: call(
      z.strictObject({ sourceId, table: z.int().min(0), ...s.Page.shape, only: z.enum(['all', 'problems']).default('all') }),
      z.strictObject({ total: z.int(), rows: z.array(s.RowView) }),
    ),
    /** Position of a row in the list that `rows` pages through; -1 when it is not in it. */
    locate: call(z.strictObject({ sourceId, table: z.int(), row: z.int(), only: z.enum(['all', 'problems']).default('all') }), z.strictObject({ index: z.int() })),
    /** Replaces a cell's text; null restores what the file says. */
    edit: call(z.strictObject({ sourceId, table: z.int().min(0), row: z.int().min(1), column: z.int().min(0), text: z.string().max(32_767).nullable() }), s.ReviewView),
    exclude: call(z.strictObject({ sourceId, table: z.int().min(0), rows: z.array(z.int()).max(10_000), excluded: z.boolean() }), s.ReviewView),
    close: call(z.strictObject({ sourceId }), nothing),
  },
  mapping: {
    read: call(z.strictObject({ sourceId }), s.MappingView),
    setColumn: call(
      z.strictObject({ sourceId, table: z.int().min(0), column: z.int().min(0), target: z.string().max(300).nullable(), dateOrder: s.DateOrder.optional() }),
      s.MappingView,
    ),
    setFixed: call(z.strictObject({ sourceId, field: z.string().max(300), text: z.string().max(500).nullable() }), s.MappingView),
    reset: call(z.strictObject({ sourceId }), s.MappingView),
    save: call(z.strictObject({ sourceId, token: s.FileToken }), nothing),
  },
  review: {
    read: call(z.strictObject({ sourceId }), s.ReviewView),
    issues: call(
      z.strictObject({ sourceId, ...s.Page.shape, code: z.string().optional(), severity: s.Severity.optional() }),
      z.strictObject({ total: z.int(), issues: z.array(s.IssueView) }),
    ),
    customers: call(
      z.strictObject({ sourceId, ...s.Page.shape, bucket: s.Bucket.optional(), search: z.string().max(200).optional() }),
      z.strictObject({ total: z.int(), customers: z.array(s.CustomerRow) }),
    ),
    customer: call(z.strictObject({ sourceId, key: z.string(), row: z.int() }), s.CustomerTree),
  },
  target: {
    current: call(nothing, s.TargetView.nullable()),
    /** The password goes in and never comes back out; it is kept in the engine's memory only. */
    connect: call(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('practice') }),
        z.strictObject({ kind: z.literal('live'), baseUrl: z.string().max(500), brand: z.string().max(200), username: z.string().max(100), password: z.string().max(100) }),
      ]),
      s.TargetView,
    ),
    reference: call(
      z.strictObject({ kind: s.ReferenceKindName }),
      z.strictObject({ read: z.boolean(), items: z.array(z.strictObject({ id: z.string(), name: z.string(), kind: z.string().nullable() })) }),
    ),
  },
  run: {
    /** Reads only: asks the target which customers exist, plans, freezes nothing yet. */
    dryRun: call(
      z.strictObject({ sourceId, skipExisting: z.boolean(), requestsPerSecond: z.number().min(0.1).max(200), lanes: z.int().min(1).max(8) }),
      s.DryRunView,
    ),
    /** Sends exactly the plan with this hash. `confirm`: the number of customers as typed; required for a live target. */
    start: call(z.strictObject({ sourceId, planHash: z.string(), confirm: z.string().max(20).nullable() }), z.strictObject({ runId: s.RunId })),
    pause: call(z.strictObject({ runId: s.RunId }), nothing),
    goOn: call(z.strictObject({ runId: s.RunId }), nothing),
    cancel: call(z.strictObject({ runId: s.RunId }), nothing),
    setPace: call(z.strictObject({ runId: s.RunId, requestsPerSecond: z.number().min(0.1).max(200), lanes: z.int().min(1).max(8) }), nothing),
    /** Progress of a run that is going on; null when it is not. */
    progress: call(z.strictObject({ runId: s.RunId }), s.RunProgress.nullable()),
    list: call(nothing, z.strictObject({ runs: z.array(s.RunSummary) })),
    /** Goes on with a run that stopped before its end, from the journal; the file is not read again. */
    resume: call(z.strictObject({ runId: s.RunId }), nothing),
    progressed: event(s.RunProgress),
    finished: event(s.RunEnd),
  },
  report: {
    read: call(z.strictObject({ runId: s.RunId }), s.ReportView),
    lines: call(
      z.strictObject({ runId: s.RunId, ...s.Page.shape, bucket: s.ReportBucket.optional() }),
      z.strictObject({ total: z.int(), lines: z.array(s.ReportLine) }),
    ),
    save: call(z.strictObject({ runId: s.RunId, token: s.FileToken }), nothing),
    template: call(z.strictObject({ token: s.FileToken }), nothing),
  },
} as const satisfies Contract

export type AppContract = typeof contract
export type MainArea = 'app' | 'files'
export type EngineArea = Exclude<keyof AppContract, MainArea>
