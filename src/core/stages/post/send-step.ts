// One request that creates, in the only safe order: turn, connection, intent on disk, request, outcome on disk.
import type { UnitReceipt } from '../../model/receipt.ts'
import type { Failure } from '../../model/result.ts'
import type { CreateRequest, SendOutcome } from '../../ports.ts'
import type { Learned } from '../../ports-journal.ts'
import type { Job } from './job.ts'
import type { LiveUnit } from './live-unit.ts'
import { heardOf, type Turn } from './pace/index.ts'
import { fillSiteBody } from './unit-work.ts'

/** So many refusals of permission, or answers that look like no API, one after another, stop the run. */
const IN_A_ROW = 3

interface Sending {
  readonly step: string
  /** The receipt of a customer that ends with this outcome; null: it goes on, or something has to be seen to first. */
  readonly receiptAfter: (outcome: SendOutcome) => UnitReceipt | null
}

/** Null: the run ends, and nothing (or nothing more than the journal knows) was sent. */
export async function sendStep(job: Job, unit: LiveUnit, sending: Sending): Promise<SendOutcome | null> {
  const { setbacks, sent } = unit.state
  const turn = await job.pacer.turn({ lane: 'write', isRetry: setbacks > 0 || (sent.get(sending.step) ?? 0) > 0 })
  const outcome = await sendInTurn(job, unit, { step: sending.step, receiptAfter: sending.receiptAfter, turn })
  turn.done(outcome === null ? 'nothing' : heardOf(outcome))
  return outcome
}

async function sendInTurn(job: Job, unit: LiveUnit, { step, receiptAfter, turn }: Sending & { readonly turn: Turn }): Promise<SendOutcome | null> {
  if (job.failure() !== null || mayNotBegin(job, unit)) return null
  const request = buildRequest(job, unit, step)
  const opened = await job.api.open()
  if (opened.kind !== 'open') return opened
  if (job.failure() !== null || mayNotBegin(job, unit)) {
    opened.line.drop()
    return null
  }
  const hash = job.newHash()
  hash.update(request.body)
  const intent = job.log.markIntent({ ordinal: unit.ordinal, step, bodyHash: hash.digestHex() })
  if (!intent.ok) {
    opened.line.drop()
    job.stop(intent.failure)
    return null
  }
  unit.openIntents = [...unit.openIntents, { id: intent.value, step, refused: false }]
  unit.lastIntents.set(step, intent.value)
  job.noteSent()
  turn.leaves()
  const outcome = await opened.line.send(request)
  unit.openIntents = unit.openIntents.flatMap((open) => (open.id !== intent.value ? [open] : outcome.kind === 'rejected' ? [{ ...open, refused: true }] : isOpenOutcome(outcome) ? [open] : []))
  const receipt = receiptAfter(outcome)
  const noted = job.log.markOutcome({ id: intent.value, ordinal: unit.ordinal, outcome: outcome.kind, note: noteOf(outcome) }, learn(unit, step, outcome), receipt)
  if (noted.ok) {
    unit.receipt = receipt
    return outcome
  }
  job.stop(noted.failure)
  return null
}

/** A cancelled run completes the customers it has created, and begins no other. */
export function mayNotBegin(job: Job, unit: LiveUnit): boolean {
  return job.isCancelled() && unit.state.customerId === null
}

function buildRequest(job: Job, unit: LiveUnit, step: string): CreateRequest {
  const { work, state } = unit
  const hash = job.newHash()
  hash.update(`${job.log.run.id}\n${step}`)
  const idempotencyKey = hash.digestHex().slice(0, 32)
  if (step === work.customerStep) {
    const key = { customer: work.customer, contractOwnerId: work.contractOwnerId }
    return { path: '/customers', body: work.customerBody, expect: { kind: 'customer', key }, idempotencyKey }
  }
  const site = work.sites.find((each) => each.step === step)
  if (site === undefined || state.customerId === null) throw new Error('a site is sent after its customer')
  const receivingId = site.receivingSite === null ? null : (state.siteIds[site.receivingSite] ?? null)
  const expect = { kind: 'site', reference: site.reference, customerId: state.customerId } as const
  return { path: '/sites', body: fillSiteBody(site, state.customerId, receivingId), expect, idempotencyKey }
}

function isOpenOutcome({ kind }: SendOutcome): boolean {
  return kind === 'unclear' || kind === 'critical'
}

function noteOf(outcome: SendOutcome): string | null {
  return 'reason' in outcome ? outcome.reason : null
}

function learn(unit: LiveUnit, step: string, outcome: SendOutcome): Learned | null {
  if (outcome.kind !== 'accepted') return null
  if (step === unit.work.customerStep) return { customerId: outcome.id, siteIds: outcome.siteIds }
  const site = unit.work.sites.find((each) => each.step === step)
  return { customerId: unit.state.customerId, siteIds: site === undefined ? {} : { [site.reference]: outcome.id } }
}

/** What a send means for the run as a whole. Answers the failure that ends it, if it does. */
export function weighOutcome(job: Job, outcome: SendOutcome): Failure | null {
  const { inARow } = job
  if (outcome.kind === 'accepted' || outcome.kind === 'rejected') {
    job.reader.patience.noteProgress()
    job.tally.clearWaiting()
  }
  inARow.forbidden = outcome.kind === 'rejected' && outcome.forbidden ? inARow.forbidden + 1 : 0
  if (inARow.forbidden >= IN_A_ROW && outcome.kind === 'rejected') return { code: 'forbidden', message: `This user may not create customers: ${outcome.reason}` }
  if (outcome.kind === 'unclear') inARow.suspect = outcome.suspectAddress ? inARow.suspect + 1 : inARow.suspect
  else if (outcome.kind === 'accepted') inARow.suspect = 0
  if (inARow.suspect >= IN_A_ROW && outcome.kind === 'unclear') {
    return { code: 'server-unusable', message: `This does not look like the API: ${outcome.reason}. Check the address and the network, then resume.` }
  }
  if (outcome.kind === 'unclear' && outcome.afterMs !== null) {
    job.pacer.hold(outcome.afterMs)
    job.tally.setWaiting('server-trouble', outcome.afterMs)
  }
  return null
}
