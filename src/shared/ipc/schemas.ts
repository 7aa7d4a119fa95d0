import { z } from 'zod'
import { referenceKinds } from '#core/model/field.ts'

/** Shapes that several calls use. Summaries and pages cross the wire, never whole tables. */
export const Severity = z.enum(['error', 'warning', 'info'])
export const Bucket = z.enum(['ready', 'held', 'existing', 'excluded', 'blank'])
export const SourceId = z.string().brand<'SourceId', 'inout'>()
export const RunId = z.string().brand<'RunId', 'inout'>()
export const FileToken = z.string().min(1).max(100).brand<'FileToken', 'inout'>()
export const ReferenceKindName = z.enum(referenceKinds)

export const Page = z.strictObject({ from: z.int().min(0), count: z.int().min(1).max(500) })

export const Counts = z.strictObject({
  rows: z.int(),
  rowsByBucket: z.record(Bucket, z.int()),
  customers: z.int(), customersReady: z.int(), customersHeld: z.int(), customersExisting: z.int(),
  sites: z.int(), contacts: z.int(), errors: z.int(), warnings: z.int(), infos: z.int(),
})

export const IssueRecord = z.strictObject({
  code: z.string(), severity: Severity, file: z.string().nullable(), sheet: z.string().nullable(), row: z.int().nullable(),
  column: z.string().nullable(), cell: z.string().nullable(), field: z.string().nullable(), value: z.string().nullable(), message: z.string(),
  customer: z.string().nullable(), site: z.string().nullable(),
  related: z.array(z.strictObject({ row: z.int(), cell: z.string().nullable() })),
})

/** An issue with the place the grid scrolls to. */
export const IssueView = z.strictObject({ ...IssueRecord.shape, table: z.int().nullable(), columnIndex: z.int().nullable() })

export const IssueGroup = z.strictObject({ code: z.string(), severity: Severity, title: z.string(), count: z.int(), example: z.string() })

/** One fix of a saved mapping's recipe: how often it fitted this file, and how often it could do nothing. */
export const RecipeLine = z.strictObject({ label: z.string(), about: z.string(), fitted: z.int(), left: z.int() })

export const ReviewView = z.strictObject({
  counts: Counts, groups: z.array(IssueGroup),
  /** What going back takes back, and going forth does again; null when there is none. */
  undo: z.string().nullable(), redo: z.string().nullable(),
  /** What the saved mapping's fixes did to this file when it was opened; empty when there are none. */
  recipe: z.array(RecipeLine),
})

export const CustomerRow = z.strictObject({
  key: z.string(), name: z.string(), bucket: Bucket, rows: z.array(z.int()), sites: z.int(), contacts: z.int(), errors: z.int(),
  warnings: z.int(),
})

const FieldText = z.strictObject({
  field: z.string(), label: z.string(), value: z.string(), cell: z.string().nullable(),
  /** Where the value is not what stands in the cell: the cell's text, and what was done with it in plain words. */
  converted: z.strictObject({ from: z.string(), how: z.string() }).nullable(),
})
const ContactTree = z.strictObject({ fields: z.array(FieldText) })
export const CustomerTree = z.strictObject({
  key: z.string(), name: z.string(), bucket: Bucket,
  fields: z.array(FieldText),
  sites: z.array(z.strictObject({ reference: z.string(), fields: z.array(FieldText), contacts: z.array(ContactTree) })),
  contacts: z.array(ContactTree),
  issues: z.array(IssueView),
  /** The very requests of the plan, frozen text, in order; empty while the customer is held. */
  requests: z.array(z.strictObject({ method: z.literal('POST'), path: z.string(), body: z.string() })),
})

export const TargetView = z.strictObject({
  kind: z.enum(['practice', 'live']),
  label: z.string(),
  /** The practice server makes trouble by itself. */
  difficult: z.boolean(),
  baseUrl: z.string(),
  brand: z.string(),
  user: z.string(),
  /** How many entries each reference list has; a list that could not be read is absent. */
  lists: z.partialRecord(ReferenceKindName, z.int()),
  /** When the reference lists were read from the server, as an instant; null when none could be. */
  referenceReadAt: z.string().nullable(),
})

/** One reference list. `readAt`: its age; from the cache of an earlier day when no server is connected. */
export const ReferenceView = z.strictObject({
  read: z.boolean(), readAt: z.string().nullable(),
  items: z.array(z.strictObject({ id: z.string(), name: z.string(), kind: z.string().nullable() })),
})

const Names = z.strictObject({ count: z.int(), first: z.array(z.string()) })

export const DryRunView = z.strictObject({
  planHash: z.string(),
  counts: Counts,
  requests: z.strictObject({ createCustomer: z.int(), createSite: z.int() }),
  /** Seconds for sending at the chosen pace, look-ups included. */
  estimatedSeconds: z.number(),
  /** Seconds at most that the final look takes afterwards, the wait before it included. */
  finalLookSeconds: z.number(),
  /** Warnings with effects outside: welcome emails, customers that exist. One plain sentence each. */
  notices: z.array(z.string()),
  /** What has changed since the last import of this file to this server, customers by account number; null where there was none. */
  since: z.strictObject({
    runId: z.string(), startedAt: z.string(), file: z.string(), added: Names, changed: Names, gone: Names, same: z.int(), uncompared: z.int(),
  }).nullable(),
})

/**
 * running, paused, stopping: a process sends it · interrupted: that process died · stopped, cancelled (by the operator): resumable ·
 * closed: given up for good · finished.
 */
export const RunState = z.enum(['running', 'paused', 'stopping', 'interrupted', 'stopped', 'cancelled', 'closed', 'finished'])
export const Pace = z.strictObject({ requestsPerSecond: z.number().min(0.1).max(200), lanes: z.int().min(1).max(8) })
export const RunProgress = z.strictObject({
  runId: RunId, state: RunState, pace: Pace,
  /** Where the run is, in plain words: preparing, first customer, sending and so on. */
  phase: z.string(),
  total: z.int(), created: z.int(), existing: z.int(), rejected: z.int(), incomplete: z.int(), unknown: z.int(), duplicate: z.int(),
  /** Sent, outcome not yet known: being looked up. */
  checking: z.int(),
  /** Those of them that are looked up next: why nobody knows, and in how many seconds. */
  checks: z.array(z.strictObject({ customer: z.string(), reason: z.string(), seconds: z.int() })),
  left: z.int(),
  ratePerSecond: z.number(),
  /** The pace, where the run has slowed down by itself to spare the server. */
  slowedTo: z.number().nullable(),
  etaSeconds: z.number().nullable(),
  /** Why nothing is being sent just now, in plain words; null when sending. */
  waiting: z.string().nullable(),
  /** How long still; null where nobody can say. */
  waitingSeconds: z.int().nullable(),
  lastProblems: z.array(z.string()),
})
export const RunEnd = z.strictObject({ runId: RunId, state: RunState, failure: z.string().nullable() })

export const RunSummary = z.strictObject({
  runId: RunId, startedAt: z.string(), file: z.string(), target: z.string(), user: z.string(), state: RunState,
  customers: z.int(), created: z.int(), resumable: z.boolean(),
  /** Customers that have not ended, and those of them that were begun: they are looked up before the run is given up. */
  left: z.int(), open: z.int(),
  /** Which program sends it now: this one, another window, the command line. */
  sender: z.enum(['here', 'window', 'command line']).nullable(),
})

/** A run that the journal cannot read: `says` is what is wrong and what can be done. `startedAt` is null where that cannot be read either. */
export const DamagedRun = z.strictObject({ runId: RunId, file: z.string(), startedAt: z.string().nullable(), hasEnded: z.boolean(), says: z.string() })

export const ReportBucket = z.enum(['created', 'existing', 'rejected', 'incomplete', 'unknown', 'duplicate', 'not-sent', 'held', 'excluded', 'blank'])
export const ReportView = z.strictObject({
  runId: RunId, file: z.string(), target: z.string(), startedAt: z.string(), finishedAt: z.string().nullable(), state: RunState, resumable: z.boolean(), left: z.int(), open: z.int(),
  rows: z.int(), rowsByBucket: z.record(ReportBucket, z.int()), customers: z.record(ReportBucket, z.int()), sumsAgree: z.boolean(),
  /** Sheets that the rows stand in. */
  sheets: z.int(),
  /** What the final look at the server found, a sentence each; null where there was none. */
  finalLook: z.strictObject({ isClean: z.boolean(), says: z.array(z.string()) }).nullable(),
})
export const ReportLine = z.strictObject({
  row: z.int(), sheet: z.string().nullable(), customer: z.string().nullable(), bucket: ReportBucket, reason: z.string(),
  customerId: z.string().nullable(), siteIds: z.string(),
})
