import type { UnitReceipt } from '#core/model/receipt.ts'
import type { Result } from '#core/model/result.ts'
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
    markOutcome(intent, learned, ended) {
      const step = steps.get(intent.id)
      killer.pass('got-answer', step)
      if (ended !== undefined) killer.pass('before-receipt', stepOfReceipt(ended.receipt))
      const note = (): Result<null> => inside.during('noting-outcome', step, () => log.markOutcome(intent, learned, ended))
      const noted = ended === undefined ? note() : inside.during('noting-receipt', stepOfReceipt(ended.receipt), note)
      if (!openOutcomes.has(intent.outcome)) steps.delete(intent.id)
      killer.pass('noted-outcome', step)
      if (ended !== undefined) killer.pass('noted-receipt', stepOfReceipt(ended.receipt))
      return noted
    },
    markReceipt(ordinal, receipt) {
      const step = stepOfReceipt(receipt)
      killer.pass('before-receipt', step)
      const noted = inside.during('noting-receipt', step, () => log.markReceipt(ordinal, receipt))
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
    markOutcome(outcome, learned, ended) {
      const intent = waiting.get(outcome.id)
      if (intent === undefined) return log.markOutcome(outcome, learned, ended)
      waiting.delete(outcome.id)
      const id = log.markIntent(intent)
      return id.ok ? log.markOutcome({ ...outcome, id: id.value }, learned, ended) : id
    },
  }
}
