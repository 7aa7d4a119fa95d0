// A run whose row says what this program cannot have written. The others are listed all the same.
import type { DamagedRun, ListedRun, RunSummary } from '#core/ports-journal.ts'
import { Damaged } from './failures.ts'
import { isTime, type RunRow } from './rows.ts'

export function listRun(row: RunRow, read: (row: RunRow) => RunSummary): ListedRun {
  try {
    return { kind: 'sound', run: read(row) }
  } catch (error) {
    if (!(error instanceof Damaged)) throw error
    return { kind: 'damaged', run: describeDamaged(row, error.message) }
  }
}

function describeDamaged({ id, file_name: fileName, created_at: createdAt, state }: RunRow, what: string): DamagedRun {
  const hasEnded = state === 'finished'
  const advice = hasEnded
    ? 'It had ended, so that nothing is left to send. No new import begins here before its data is deleted; what it created is to be seen on the server.'
    : 'Nothing is sent from it, and no new import begins here. Import the file again with a new data folder (ONBOARDER_HOME): customers that are there already are found by looking them up.'
  return { id, fileName, createdAt: isTime(createdAt) ? createdAt : null, hasEnded, says: `What the journal holds of this import is damaged: ${what}. ${advice}` }
}
