import type { UnitReceipt } from '#core/model/receipt.ts'
import type { IntentOutcome, RunLog } from '#core/ports-journal.ts'
import type { Killer } from './killer.ts'
import type { Inside } from './tap-disk.ts'

/** Something about these intents may be noted once more. */
const openOutcomes: ReadonlySet<IntentOutcome> = new Set(['unclear', 'critical', 'rejected'])

const stepOfReceipt = ({ customer }: UnitReceipt): string => `customer:${customer}`

/** The journal of a run with a killer before, inside and behind each of its writes. */
export function tapLog(log: RunLog, killer: Killer, inside: Inside): RunLog {
  const steps = new Map<number, string>()
  return {
    ...log,
    unit(ordinal) {
      killer.pass('calibrated')
      killer.pass('loading')
      const unit = log.unit(ordinal)
      if (unit.ok) for (const { id, step } of unit.value.intents) steps.set(id, step)
      return unit
    },
    markIntent(intent) {
      killer.pass('connected', intent.step)
      const id = log.markIntent(intent)
      if (id.ok) steps.set(id.value, intent.step)
      killer.pass('intended', intent.step)
      return id
    },
    markOutcome(intent, learned, receipt) {
      const step = steps.get(intent.id)
      killer.pass('got-answer', step)
      if (receipt !== null) killer.pass('before-receipt', stepOfReceipt(receipt))
      const noted = log.markOutcome(intent, learned, receipt)
      inside.comes('writing-outcome', 'wrote-outcome', step)
      if (receipt !== null) inside.comes('writing-receipt', 'wrote-receipt', stepOfReceipt(receipt))
      if (!openOutcomes.has(intent.outcome)) steps.delete(intent.id)
      killer.pass('noted-outcome', step)
      if (receipt !== null) killer.pass('noted-receipt', stepOfReceipt(receipt))
      return noted
    },
    markReceipt(ordinal, receipt) {
      const step = stepOfReceipt(receipt)
      killer.pass('before-receipt', step)
      inside.comes('writing-receipt', 'wrote-receipt', step)
      const noted = log.markReceipt(ordinal, receipt)
      killer.pass('noted-receipt', step)
      return noted
    },
    markAudit(ordinal, receipt) {
      killer.pass('finding')
      const noted = log.markAudit(ordinal, receipt)
      killer.pass('noted-finding')
      return noted
    },
    finish(audit) {
      killer.pass('finishing')
      const done = inside.during('finishing-commit', undefined, () => log.finish(audit))
      killer.pass('finished')
      return done
    },
  }
}

/** The intent reaches the disk together with the outcome only: a protocol without a written intention. */
export function withLateIntent(log: RunLog): RunLog {
  const waiting = new Map<number, Parameters<RunLog['markIntent']>[0]>()
  let next = -1
  return {
    ...log,
    markIntent(intent) {
      waiting.set(next, intent)
      return { ok: true, value: next-- }
    },
    markOutcome(outcome, learned, receipt) {
      const intent = waiting.get(outcome.id)
      if (intent === undefined) return log.markOutcome(outcome, learned, receipt)
      waiting.delete(outcome.id)
      const id = log.markIntent(intent)
      return id.ok ? log.markOutcome({ ...outcome, id: id.value }, learned, receipt) : id
    },
  }
}
