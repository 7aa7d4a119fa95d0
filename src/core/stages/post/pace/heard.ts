import type { ReadOutcome, SendOutcome } from '../../../ports.ts'

/**
 * What an answer says about the server's health. good: it did what it was asked, or said no · throttled: it asks to slow down, or a gateway turns us away ·
 * overloaded: the same, in trouble (503) · bad: trouble, or no answer · nothing: it says nothing, as no request got that far.
 */
export type Heard = 'good' | 'throttled' | 'overloaded' | 'bad' | 'nothing'

export function heardOf(outcome: SendOutcome | ReadOutcome<unknown>): Heard {
  switch (outcome.kind) {
    case 'answer': case 'accepted': case 'rejected': case 'refused': case 'critical': return 'good'
    case 'throttled': case 'not-applied': return 'throttled'
    case 'unclear': return 'overloaded' in outcome && outcome.overloaded ? 'overloaded' : 'bad'
    case 'unusable': return 'bad'
    case 'unauthorised': case 'unreachable': return 'nothing'
    default: return outcome satisfies never
  }
}
