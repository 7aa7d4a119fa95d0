import type { Command } from 'commander'
import type { Source } from '#core/model/source.ts'
import type { PreparedFile } from '#engine/prepare/prepared-file.ts'
import { preparedWithRecipe } from '#engine/mend/recipe.ts'
import { requireMatch } from '#engine/session/require-match.ts'
import type { Session } from '#engine/session/session.ts'
import { askTarget } from '#engine/target/ask-target.ts'
import { describeIssue } from '#shared/wording/describe-issue.ts'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { openWithOptions, withMappingOptions, withOfflineOption, type MappingOptions } from '../file-options.ts'
import { issueLine } from '../issue-line.ts'
import { count, print, printJson, refuse } from '../output.ts'
import { sayRecipe } from '../say-recipe.ts'
import { printCounts } from '../print-counts.ts'
import type { Shell } from '../shell.ts'
import { namesTarget, openTarget, withTargetOptions, type TargetOptions } from '../target-options.ts'

interface ValidateOptions extends MappingOptions, TargetOptions {
  readonly requests?: boolean
  readonly skipExisting?: boolean
}

export function validateCommand(program: Command, shell: Shell): void {
  withOfflineOption(withTargetOptions(withMappingOptions(program.command('validate').argument('<files...>').description('check every row and plan the import; sends nothing'))))
    .option('--skip-existing', 'customers the server has already are skipped instead of held back')
    .option('--requests', 'with --json: every request body of the plan')
    .action(async (files: string[], options: ValidateOptions) => shell.setExit(await validate(files, options, shell)))
}

async function validate(files: readonly string[], options: ValidateOptions, shell: Shell): Promise<ExitCode> {
  const json = options.json === true
  const session = await openWithOptions(files, options)
  if (!session.ok) return refuse(session.failure, json)
  const matched = requireMatch(session.value)
  if (!matched.ok) return refuse(matched.failure, json)
  session.value.skipExisting = options.skipExisting === true
  const asked = namesTarget(options) && options.offline !== true ? await askOnce(session.value, options, shell) : null
  if (asked !== null) return refuse(asked, json)
  const prepared = await preparedWithRecipe(session.value)
  sayRecipe(session.value)
  if (json) printJson(validateJson(session.value, prepared, options.requests === true))
  else printFindings(session.value.source, prepared)
  return prepared.counts.errors > 0 ? exitCodes.withIssues : exitCodes.well
}

async function askOnce(session: Session, options: TargetOptions, shell: Shell): Promise<Parameters<typeof refuse>[0] | null> {
  const target = await openTarget(options, shell.programs)
  if (!target.ok) return target.failure
  try {
    const asked = await askTarget(session, target.value.target)
    return asked.ok ? null : asked.failure
  } finally {
    target.value.close()
  }
}

function validateJson(session: Session, prepared: PreparedFile, withRequests: boolean): unknown {
  const { source } = session
  const { plan } = prepared
  return {
    file: source.file, sha256: source.sha256,
    counts: prepared.counts,
    recipe: (session.recipe.results ?? []).map(({ saved, fitted, left }) => ({ ...saved, fitted, left })),
    ledger: source.tables.flatMap(({ file, sheet, rows }, table) => Array.from({ length: rows.length }, (_, index) => {
      const { row, bucket, customer } = prepared.ledgerAt(table, index)
      return { file, sheet, row, bucket, customer }
    })),
    issues: Array.from(prepared.eachIssue(), (issue) => describeIssue(issue, source)),
    plan: {
      hash: plan.hash, counts: plan.counts,
      ...(withRequests
        ? { requests: [...prepared.units()].toSorted((a, b) => (a.customer < b.customer ? -1 : 1)).flatMap((unit) => unit.steps.map((step) => ({ key: step.key, customer: unit.customer, kind: step.kind, method: 'POST', path: step.path, receivingSite: step.receivingSite, body: step.body }))) }
        : {}),
    },
  }
}

function printFindings(source: Source, prepared: PreparedFile): void {
  for (const issue of prepared.eachIssue()) print(issueLine(issue, source))
  printCounts(prepared)
  print(`Plan ${prepared.plan.hash.slice(0, 12)}: ${count(prepared.plan.counts.createCustomer, 'customer')} to create, ${count(prepared.plan.counts.createSite, 'further site request')}.`)
}
