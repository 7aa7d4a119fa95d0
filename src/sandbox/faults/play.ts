// A fault, played: when the request takes effect and what goes back.
import { type Answer, isSuccess, refuse } from '../answer.ts'
import type { Delays } from '../delays.ts'
import type { RetryAfterForm } from '../options.ts'
import { retryAfterText } from '../rate-limit.ts'
import type { Reply } from '../send.ts'
import { FAULT_SHAPES, type Fault } from './fault.ts'

export type Stage = {
  /** Carries the request out; returns the true answer. */
  readonly perform: () => Answer
  readonly delays: Delays
  readonly nowMs: () => number
  readonly retryAfterForm: RetryAfterForm
}

const GATEWAY_PAGE = '<!DOCTYPE html><html><head><title>Request blocked</title></head><body><h1>Request blocked</h1></body></html>'

const MESSAGES: Readonly<Record<number, string>> = {
  401: 'The bearer token is not valid',
  429: 'Too many requests',
  500: 'Unexpected failure, contact support',
  503: 'The service is not available',
}

function retryAfterHeader(fault: Fault, stage: Stage): Readonly<Record<string, string>> {
  const { retryAfter = 1 } = fault
  if (retryAfter === null) return {}
  return { 'Retry-After': typeof retryAfter === 'string' ? retryAfter : retryAfterText(retryAfter * 1000, stage.nowMs(), stage.retryAfterForm) }
}

function ownAnswer(fault: Fault, stage: Stage): Answer {
  const { status } = FAULT_SHAPES[fault.fault]
  if (fault.fault === 'html') return { status: fault.status ?? status, body: undefined, html: GATEWAY_PAGE }
  // A 400 that names no field: the guide says 400 can also mean a server error. elevate-api.md section 2.5.
  if (fault.fault === 'bad-request-applied') return { status, body: { error: 'Bad Request' } }
  return refuse(status, MESSAGES[status] ?? 'Failure', status === 429 || status === 503 ? retryAfterHeader(fault, stage) : {})
}

export async function playFault(fault: Fault, stage: Stage): Promise<Reply> {
  const shape = FAULT_SHAPES[fault.fault]
  const delayMs = fault.delayMs ?? shape.delayMs
  const truth = shape.applies === 'now' ? stage.perform() : null
  if (shape.applies === 'later') void stage.delays.wait(delayMs).then(stage.perform)
  else await stage.delays.wait(delayMs)
  if (shape.reply === 'drop') return { kind: 'drop' }
  // A refused request is answered with the refusal where only the delivery is at fault.
  const answer = shape.reply === 'own' || truth === null ? ownAnswer(fault, stage) : truth
  return { kind: shape.reply === 'cut' && isSuccess(answer) ? 'cut' : 'answer', answer }
}
