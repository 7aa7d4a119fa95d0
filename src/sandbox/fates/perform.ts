// The first half of a fate: what truly happens. Answers what the operation answered; null when it was not carried out, or not yet.
import type { Answer } from '../answer.ts'
import type { Delays } from '../delays.ts'
import { bendList } from './bend.ts'
import type { Fate } from './fate.ts'
import type { Fault } from './order.ts'
import { spoilToken } from './token-flaw.ts'
import { carryOutTwisted } from './twist.ts'
import type { Operation } from './operation.ts'

export function perform(fate: Fate, order: Fault, stage: { readonly operation: Operation; readonly delays: Delays }): Answer | null {
  const { operation, delays } = stage
  switch (fate.effect.applies) {
    case 'never': return null
    case 'later':
      void delays.wait(delayOf(fate, order)).then(() => carryOut(fate, order, operation))
      return null
    case 'now': return carryOut(fate, order, operation)
    default: return fate.effect.applies satisfies never
  }
}

export const delayOf = (fate: Fate, order: Fault): number => order.delayMs ?? fate.shows.delayMs ?? 0

/** The delay of a late effect, of a stale list and of a token's life is not one of the answer. */
export const isAnsweredLate = ({ effect, bend, flaw }: Fate): boolean => effect.applies !== 'later' && bend === undefined && flaw === undefined

function carryOut(fate: Fate, order: Fault, operation: Operation): Answer {
  const { twist } = fate.effect
  if (twist !== undefined) return carryOutTwisted(twist, order, operation)
  if (fate.bend !== undefined) return bendList(fate.bend, order, operation)
  const answer = operation.carryOut()
  return fate.flaw === undefined ? answer : spoilToken(fate.flaw, answer, { tokens: operation.world.tokens, lifeMs: order.delayMs ?? 1000 })
}
