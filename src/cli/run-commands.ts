import type { Command } from 'commander'
import { fail, ok, type Result } from '#core/model/result.ts'
import { soundRuns, type Journal, type RunSummary } from '#core/ports-journal.ts'
import { openJournal, openJournalForReading } from '#node/journal/open-journal.ts'
import { dataFolder } from '#node/paths.ts'
import type { ExitCode } from './exit-codes.ts'
import { refuse } from './output.ts'

export const withJson = (command: Command): Command => command.option('--json', 'machine-readable result on stdout (docs/cli-json.md)')

/** For commands over runs of the journal. */
export async function withJournal(json: boolean, act: (journal: Journal) => ExitCode | Promise<ExitCode>): Promise<ExitCode> {
  return using(openJournal(dataFolder()), json, act)
}

/** For those that only read: a journal that cannot be written (of a newer version, on a full disk) will do. */
export async function withReadableJournal(json: boolean, act: (journal: Journal) => ExitCode | Promise<ExitCode>): Promise<ExitCode> {
  const whole = openJournal(dataFolder())
  const readable = whole.ok ? whole : openJournalForReading(dataFolder(), whole.failure)
  // Why it cannot be opened says more than why it cannot be read either.
  return using(readable.ok ? readable : whole, json, act)
}

async function using(journal: Result<Journal>, json: boolean, act: (journal: Journal) => ExitCode | Promise<ExitCode>): Promise<ExitCode> {
  if (!journal.ok) return refuse(journal.failure, json)
  try {
    return await act(journal.value)
  } finally {
    journal.value.close()
  }
}

/** The run that was named, or the newest that fits. */
export function findRun(journal: Journal, id: string | undefined, isWanted: (run: RunSummary) => boolean): Result<RunSummary> {
  if (id !== undefined) return journal.run(id)
  const listed = journal.listed()
  if (!listed.ok) return listed
  const run = soundRuns(listed.value).find(isWanted)
  return run === undefined ? fail('no-such-run', 'There is no run that this could be done with. `onboarder status` lists them all.') : ok(run)
}
