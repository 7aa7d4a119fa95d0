import type { Command } from 'commander'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { Journal } from '#core/ports-journal.ts'
import type { PreparedFile } from '#engine/prepare/prepared-file.ts'
import { lookBack } from '#engine/runs/look-back.ts'
import { startRun } from '#engine/runs/start-run.ts'
import { changedFiles } from '#engine/session/changed-files.ts'
import { learn, libraryOf } from '#engine/session/mapping-library.ts'
import { preparedWithRecipe } from '#engine/mend/recipe.ts'
import { returnedFrom } from '#engine/session/returned-file.ts'
import { requireMatch } from '#engine/session/require-match.ts'
import type { Session } from '#engine/session/session.ts'
import { askTarget } from '#engine/target/ask-target.ts'
import { dryRunView } from '#engine/views/dry-run-view.ts'
import { openJournal } from '#node/journal/open-journal.ts'
import { dataFolder } from '#node/paths.ts'
import { ask } from '../ask.ts'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { openWithOptions, withMappingOptions, type MappingOptions } from '../file-options.ts'
import { finishRun } from '../finish-run.ts'
import { followRun, progressPrinter } from '../follow-run.ts'
import { count, plain, printJson, refuse, say } from '../output.ts'
import { paceOf, withPaceOptions, type PaceOptions } from '../pace-options.ts'
import { printCounts } from '../print-counts.ts'
import { checkReportPaths, withReportOptions, type ReportOptions } from '../report-options.ts'
import { sayRecipe } from '../say-recipe.ts'
import type { Shell } from '../shell.ts'
import { openTarget, withTargetOptions, type OpenTarget, type TargetOptions } from '../target-options.ts'

interface ImportOptions extends MappingOptions, TargetOptions, PaceOptions, ReportOptions {
  readonly skipExisting?: boolean
  readonly yes?: boolean
  readonly confirm?: string
}

export function importCommand(program: Command, shell: Shell): void {
  withReportOptions(withPaceOptions(withTargetOptions(withMappingOptions(program.command('import').argument('<files...>').description('dry run, then send every customer that is ready, exactly once')))))
    .option('--skip-existing', 'customers the server has already are skipped instead of held back')
    .option('--confirm <number>', 'number of customers to create, as the dry run says: approves without asking')
    .option('--yes', 'approve whatever the dry run finds, without being asked (for scripts)')
    .action(async (files: string[], options: ImportOptions) => shell.setExit(await importFile(files, options, shell)))
}

async function importFile(files: readonly string[], options: ImportOptions, shell: Shell): Promise<ExitCode> {
  const json = options.json === true
  const paths = await checkReportPaths(options)
  if (!paths.ok) return refuse(paths.failure, json)
  const session = await openWithOptions(files, options)
  if (!session.ok) return refuse(session.failure, json)
  const matched = requireMatch(session.value)
  if (!matched.ok) return refuse(matched.failure, json)
  // Most of what comes back from an earlier import is there already: that is the point of giving it back.
  session.value.skipExisting = options.skipExisting === true || returnedFrom(session.value.source) !== null
  const target = await openTarget(options, shell.programs)
  if (!target.ok) return refuse(target.failure, json)
  try {
    const journal = openJournal(dataFolder())
    return journal.ok ? await importInto({ session: session.value, target: target.value, journal: journal.value }, options) : refuse(journal.failure, json)
  } finally {
    target.value.close()
  }
}

interface Parts {
  readonly session: Session
  readonly target: OpenTarget
  readonly journal: Journal
}

async function importInto({ session, target: { target }, journal }: Parts, options: ImportOptions): Promise<ExitCode> {
  const json = options.json === true
  const pace = paceOf(options)
  if (!pace.ok) return refuse(pace.failure, json)
  const asked = await askTarget(session, target)
  if (!asked.ok) return refuse(asked.failure, json)
  const prepared = await preparedWithRecipe(session)
  sayRecipe(session)
  const before = lookBack(journal, session.source, { target, customers: prepared.eachApproval() })
  if (!before.ok) return refuse(before.failure, json)
  sayDryRun(prepared, dryRunView(prepared, { pace: pace.value, settleMs: target.settings.settleMs, told: before.value.earlier, comparison: before.value.comparison }))
  // Everything there already and skipped by choice: well done, not an error.
  if (prepared.plan.counts.customers === 0 && prepared.counts.errors === 0 && prepared.counts.customersExisting > 0) {
    say('Nothing to send: the server has every customer of this file already.')
    if (json) printJson({ runId: null, state: 'finished', counts: prepared.counts })
    return exitCodes.well
  }
  const approved = await approve(prepared.plan.counts.createCustomer, options)
  if (!approved.ok) return refuse(approved.failure, json)
  for (const notice of await changedFiles(session)) say(`! ${plain(notice)}`)
  const run = startRun(journal, { session, prepared, target, planHash: prepared.plan.hash, pace: pace.value }, progressPrinter())
  if (!run.ok) return refuse(run.failure, json)
  // What is sent was approved, and with it how the file was matched. A help for other files: its failure stops nothing.
  if (options.savedMapping !== false) await learn(session, libraryOf(dataFolder()))
  const end = await followRun(run.value)
  return finishRun(journal, { id: run.value.id, end, json, files: options })
}

function sayDryRun(prepared: PreparedFile, view: ReturnType<typeof dryRunView>): void {
  printCounts(prepared, say)
  say(`Dry run ${view.planHash.slice(0, 12)}: ${count(view.requests.createCustomer, 'customer')} to create, ${count(view.requests.createSite, 'further site request')}, about ${count(view.estimatedSeconds, 'second')}, and ${count(view.finalLookSeconds, 'second')} at most for the final look.`)
  if (view.since !== null) saySince(view.since)
  for (const notice of view.notices) say(`! ${plain(notice)}`)
  if (prepared.counts.errors > 0) say(`Held back: ${count(prepared.counts.customersHeld, 'customer')} with errors. \`onboarder validate\` lists them.`)
}

function saySince({ file, startedAt, added, changed, gone, same, uncompared }: NonNullable<ReturnType<typeof dryRunView>['since']>): void {
  say(`Since the last import of ${plain(file)}, ${startedAt}: ${added.count} new, ${changed.count} with other data, ${same} as then, ${uncompared} not compared, ${gone.count} no longer in the file.`)
}

/** Nothing is sent before the dry run was seen: by a person here, or by the script's author who says so. */
async function approve(customers: number, options: ImportOptions): Promise<Result<null>> {
  if (customers === 0) return fail('nothing-to-send', 'No customer is ready to be sent. `onboarder validate` says why.')
  if (options.yes === true) return ok(null)
  const typed = options.confirm ?? (await ask(`Type ${customers}, the number of customers that will be created, to send them: `))
  if (typed === null) return fail('not-confirmed', `Nothing was sent. Approve the dry run with --confirm ${customers}, or run this in a terminal.`)
  return typed.trim() === String(customers) ? ok(null) : fail('not-confirmed', `Nothing was sent: ${customers} customers are to be created, and "${plain(typed.trim())}" was typed.`)
}
