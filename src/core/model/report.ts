import type { Severity } from './issue.ts'
import type { LedgerRow } from './prepared.ts'
import type { UnitReceipt } from './receipt.ts'
import type { SourceRow } from './source.ts'

/** Where a source row ends after the run: each row in exactly one. The order is the one people read them in. */
export const reportBuckets = [
  'created', 'existing', 'rejected', 'incomplete', 'unknown', 'duplicate', 'not-sent', 'held', 'excluded', 'blank',
] as const
export type ReportBucket = (typeof reportBuckets)[number]

/** Title (short enough for a sheet's name) and meaning of each bucket, for every form of the report. */
export const bucketWords: Readonly<Record<ReportBucket, { readonly title: string; readonly meaning: string }>> = {
  created: { title: 'Created', meaning: 'The customer is in Elevate now, with all its sites.' },
  existing: { title: 'Already there', meaning: 'Elevate had this customer before the run. It was not touched.' },
  rejected: { title: 'Rejected', meaning: 'Elevate refused the customer. Nothing was created; correct it and import it again.' },
  incomplete: { title: 'Incomplete', meaning: 'The customer was created, but a site of it was refused. Add what is missing by hand.' },
  unknown: { title: 'Outcome unknown', meaning: 'It was sent, but what became of it could not be established. Look it up in Elevate before you send it again.' },
  duplicate: { title: 'Double', meaning: 'Elevate has this customer, or a site of it, more than once. Look at both there and end-date the one that is too much.' },
  'not-sent': { title: 'Not sent', meaning: 'The run stopped before this customer. Resume it to send the rest, unless it was cancelled for good.' },
  held: { title: 'Held back', meaning: 'The customer has errors in its data, so none of its rows was sent.' },
  excluded: { title: 'Left out', meaning: 'You left this row out.' },
  blank: { title: 'Blank', meaning: 'The row is empty.' },
}

/** Customers whose rows end here are not done: somebody has to do something about them. */
export const unfinishedBuckets: readonly ReportBucket[] = ['rejected', 'incomplete', 'unknown', 'duplicate', 'not-sent', 'held']

/** An issue with its sentence made. The shell describes issues (`shared/wording`); the core only carries the words. */
export interface ReportIssue {
  readonly code: string
  readonly severity: Severity
  readonly file: string | null
  readonly sheet: string | null
  readonly row: number | null
  readonly field: string | null
  readonly value: string | null
  readonly message: string
  readonly customer: string | null
  readonly site: string | null
  /** "C7"; null where the issue is about a whole row, or no place can be named. */
  readonly cell: string | null
  /** What could stand there instead, where that is a list the sentence does not name already: "A, B, C". */
  readonly allowed: string | null
}

/** A table of the source and how its columns were used. */
export interface ReportTable {
  readonly file: string
  readonly sheet: string | null
  /** One for each column of the widest row. */
  readonly headers: readonly string[]
  /** For each column its target as text (`formatTarget`), or null when it was left out. */
  readonly fields: readonly (string | null)[]
  /** 0: the table has none. */
  readonly headerRow: number
  /** Lines above the header and below the data that are no records. */
  readonly preamble: readonly SourceRow[]
  readonly footer: readonly SourceRow[]
  /** Rows that repeat the header. */
  readonly repeats?: readonly number[]
}

export interface ReportRun {
  readonly runId: string
  /** As text, with zone: `2026-11-22T10:00:00Z`. */
  readonly startedAt: string
  readonly finishedAt: string
  /** Who ran it, when known. */
  readonly operator: string | null
  readonly target: { readonly name: string; readonly baseUrl: string }
  readonly file: { readonly name: string; readonly sha256: string }
  readonly planHash: string
  /** Where people look at a customer, with `{id}` in place of its id; null: nobody said, and the API names no such address. */
  readonly customerLink: string | null
}

/** What the last look at the server found, after everything was sent. */
export interface FinalLook {
  /** Customers whose key was counted on the server. */
  readonly customers: number
  /** Account numbers that are there more than once, or a site of theirs is. */
  readonly doubles: readonly string[]
  /** Customers that had been confirmed, and could not be found any more. */
  readonly missing: number
  /** Why the list of what was created since the start could not be read; null when it was. */
  readonly listUnread: string | null
}

/** A record of the source and where it stood before anything was sent. */
export interface ReportLine extends LedgerRow {
  /** As read. */
  readonly cells: readonly string[]
  /** Texts that the operator put in place of them, by column index. */
  readonly edits?: Readonly<Record<number, string>> | undefined
}

export interface ReportInput {
  readonly run: ReportRun
  readonly tables: readonly ReportTable[]
  /** Every record after the header, in file order. Gone through as often as the report is: a large file's stay on the disk. */
  readonly lines: Iterable<ReportLine>
  readonly issues: readonly ReportIssue[]
  /** One for each customer that was to be sent; a customer without one counts as not sent. */
  readonly receipts: readonly UnitReceipt[]
  /** Left out, or null: the run has not come to its final look. */
  readonly audit?: Omit<FinalLook, 'doubles'> | null
}

export interface ReportRow {
  readonly table: number
  readonly row: number
  /** Account number; null for blank and keyless rows. */
  readonly customer: string | null
  readonly bucket: ReportBucket
  /** Why it is there, in plain words; null for created rows. */
  readonly reason: string | null
  /** The server's ids, decimal text. Sites: those the row names; all of its customer's when it names none we know. */
  readonly customerId: string | null
  readonly siteIds: Readonly<Record<string, string>>
  /** Requests for its customer that may have had an effect. */
  readonly attempts: number
  /** Where people look at its customer; null where no such address is known. */
  readonly link: string | null
  /** The operator's own cells, as read, and what was put in place of them before the run. */
  readonly cells: readonly string[]
  readonly edits: Readonly<Record<number, string>>
}

export interface ReportSummary {
  readonly rows: number
  readonly rowsByBucket: Readonly<Record<ReportBucket, number>>
  /** Distinct account numbers; keyless rows are in none. */
  readonly customers: number
  readonly customersByBucket: Readonly<Record<ReportBucket, number>>
  readonly sitesCreated: number
  readonly attempts: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** Every row in one bucket, and every receipt with rows. Checked when the report is built: false never leaves it. */
  readonly sumsAgree: boolean
}

export interface Report {
  readonly format: 'elevate-onboarder/report'
  readonly version: 2
  readonly run: ReportRun
  readonly summary: ReportSummary
  /** Null when there was none. */
  readonly finalLook: FinalLook | null
  readonly tables: readonly ReportTable[]
  readonly issues: readonly ReportIssue[]
  /** Every source row after the header, in file order; made anew each time it is gone through, so that they are never all in memory. */
  readonly rows: Iterable<ReportRow>
}
