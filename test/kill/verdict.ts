import type { Assumption } from '../judge/evidence.ts'
import { judgeImport } from '../judge/judge-import.ts'
import type { Ledger } from '../wire/support/run.ts'
import type { Ending } from './live.ts'
import { wanted } from './wanted.ts'

export interface Terms {
  readonly customers: number
  readonly settleMs: number
  /** On purpose: doubles are then to be reported. */
  readonly broken?: readonly Assumption[]
  /** Steps that were sent while the journal had no intent of them, where that was looked for. */
  readonly unwritten?: ReadonlySet<string>
}

/** What the judge of all proofs says of an import that was killed, or whose disk failed, and that was resumed to its end. */
export function verdict({ receipts, report, state, said, ledger }: Omit<Ending, 'lastStart'> & { readonly ledger: Ledger }, { customers, ...terms }: Terms): readonly string[] {
  const isFinished = state === 'finished'
  // The file has a blank row at its end.
  const wrong = judgeImport({ receipts, report, isFinished, ledger }, { units: wanted(customers), rowsInFile: customers + 1, ...terms })
  const blank = report?.summary.rowsByBucket.blank
  return [...wrong, ...(isFinished ? [] : [`the run is ${state}: ${said}`]), ...(blank === 1 ? [] : [`the report has ${blank} blank rows`])]
}
