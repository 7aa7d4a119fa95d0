// What becomes of rows and customers, in words.
import type { RowBucket } from '#core/model/prepared.ts'
import type { UnitOutcome } from '#core/model/receipt.ts'

const buckets: Readonly<Record<RowBucket, string>> = {
  ready: 'Ready: its customer will be created.',
  held: 'Held back: its customer has errors, so nothing of it is sent.',
  existing: 'Skipped: Elevate has this customer already.',
  excluded: 'Left out by you.',
  blank: 'Blank: the row is empty.',
}

/** Where a row ends before anything is sent. */
export function bucketText(bucket: RowBucket): string {
  return buckets[bucket]
}

const outcomes: Readonly<Record<UnitOutcome, string>> = {
  created: 'Created, with all its sites.',
  existing: 'Already in Elevate before; not touched.',
  rejected: 'Refused by Elevate; nothing was created.',
  incomplete: 'Created, but a later site was refused. Add what is missing by hand.',
  unknown: 'Sent, and what became of it could not be established. Look it up in Elevate before you send it again.',
  'not-sent': 'Not sent: the run stopped before.',
}

/** How a customer ended. */
export function outcomeText(outcome: UnitOutcome): string {
  return outcomes[outcome]
}
