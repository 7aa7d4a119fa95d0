import type { Prepared } from '#core/model/prepared.ts'
import { count, print } from './output.ts'

/** Rows by bucket, their sum, and what is wrong: the same sums as in the window and the report. */
export function printCounts({ counts }: Pick<Prepared, 'counts'>, line: (text: string) => void = print): void {
  const { ready, held, existing, excluded, blank } = counts.rowsByBucket
  line(`${count(counts.rows, 'row')} = ${ready} ready + ${held} held back + ${existing} already there + ${excluded} left out + ${blank} blank`)
  line(`${count(counts.customers, 'customer')}: ${counts.customersReady} ready, ${counts.customersHeld} held back, ${counts.customersExisting} already there; ${count(counts.sites, 'site')}, ${count(counts.contacts, 'contact')}`)
  line(`${count(counts.errors, 'error')}, ${count(counts.warnings, 'warning')}, ${count(counts.infos, 'notice')}`)
}
