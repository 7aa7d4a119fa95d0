import type { Failure } from '../../model/result.ts'
import type { Reader } from './reader.ts'

/**
 * Whether a server that was down answers again: one read, outside the turns, as nobody has any. Trouble that lasts longer than is
 * borne ends the run.
 */
export async function probeServer({ api, patience, pacer, halted }: Reader, stop: (failure: Failure) => void): Promise<boolean> {
  if (halted()) return true
  const outcome = await api.customers({}, { number: 1, size: 1 })
  switch (outcome.kind) {
    case 'answer': case 'refused':
      patience.noteContact()
      return true
    // Who asks next is told so as well, and knows what to do about it.
    case 'unauthorised': return true
    case 'throttled': case 'unclear': case 'unreachable': case 'unusable': {
      if ('afterMs' in outcome && outcome.afterMs !== null) pacer.hold(outcome.afterMs)
      const reason = outcome.kind === 'throttled' ? 'it keeps asking to slow down' : outcome.reason
      const failure = outcome.kind === 'unreachable' ? patience.noteUnreachable(reason) : patience.noteTrouble(reason)
      if (failure !== null) stop(failure)
      return false
    }
    default: return outcome satisfies never
  }
}
