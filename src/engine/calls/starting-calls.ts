import { fail, ok, type Result } from '#core/model/result.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import type { Desk } from '../desk.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import type { ActiveRuns, EmitEvent } from '../runs/active-runs.ts'
import { makeApprovals, type Shown } from '../runs/approvals.ts'
import { lookBack } from '../runs/look-back.ts'
import { startRun } from '../runs/start-run.ts'
import { changedFiles } from '../session/changed-files.ts'
import { learn, type Library } from '../session/mapping-library.ts'
import { preparedWithRecipe } from '../mend/recipe.ts'
import { preparedOf, touch, type Session } from '../session/session.ts'
import { askTarget } from '../target/ask-target.ts'
import { notConnected, type Target } from '../target/target.ts'
import { dryRunView } from '../views/dry-run-view.ts'

export interface Starting {
  readonly desk: Desk
  readonly active: ActiveRuns
  readonly library: Library
  readonly emit: EmitEvent
}

type StartingHandlers = Pick<Handlers<AppContract['run']>, 'dryRun' | 'start'>

/** The dry run, and the one start that it may be approved with. */
export function startingCalls({ desk, active, library, emit }: Starting): StartingHandlers {
  const approvals = makeApprovals()
  return {
    dryRun: async ({ sourceId, skipExisting, ...pace }) => {
      const session = desk.session(sourceId)
      if (!session.ok) return session
      const target = await desk.settledTarget()
      if (target === null) return notConnected()
      session.value.skipExisting = skipExisting
      touch(session.value)
      const asked = await askTarget(session.value, target, (looked, of) => emit('run.lookedUp', { sourceId, looked, of }))
      if (!asked.ok) return asked
      const prepared = await preparedWithRecipe(session.value)
      const before = lookBack(desk.journal, session.value.source, { target, customers: prepared.eachApproval() })
      if (!before.ok) return before
      approvals.shown(session.value, { planHash: prepared.plan.hash, target, pace })
      const told = [...before.value.earlier, ...(await changedFiles(session.value))]
      return ok(dryRunView(prepared, { pace, settleMs: target.settings.settleMs, told, comparison: before.value.comparison }))
    },
    start: async ({ sourceId, planHash, confirm }) => {
      const session = desk.session(sourceId)
      if (!session.ok) return session
      const target = desk.target()
      if (target === null) return notConnected()
      // Taken before anything is waited for: of two starts the second finds nothing.
      const shown = approvals.take(session.value, { planHash, target })
      if (!shown.ok) return shown
      const started = await start(desk, active, { session: session.value, shown: shown.value, confirm })
      // The plan was approved, and with it how the file was matched. A help for other files: its failure stops nothing.
      if (started.ok) await learn(session.value, library)
      else approvals.giveBack(session.value, shown.value)
      return started
    },
  }
}

interface Approved {
  readonly session: Session
  readonly shown: Shown
  readonly confirm: string | null
}

type Started = Awaited<ReturnType<StartingHandlers['start']>>

async function start(desk: Desk, active: ActiveRuns, { session, shown, confirm }: Approved): Promise<Started> {
  const prepared = await preparedOf(session)
  const refusal = refuseUnconfirmed(prepared, shown.target, confirm)
  if (refusal !== null) return refusal
  const launched = active.launch((onProgress) => startRun(desk.journal, { session, prepared, ...shown }, onProgress))
  return launched.ok ? ok({ ...launched.value, notices: [...(await changedFiles(session))] }) : launched
}

/** For a live server the number of customers is typed by hand: the one question nobody answers by reflex. */
function refuseUnconfirmed({ plan }: PreparedFile, target: Target, confirm: string | null): Result<never> | null {
  const customers = plan.counts.createCustomer
  if (target.kind === 'practice' || confirm?.trim() === String(customers)) return null
  return fail('not-confirmed', `Type ${customers}, the number of customers that will be created, to confirm. Nothing has been sent.`)
}
