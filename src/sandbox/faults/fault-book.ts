// The faults that are armed, and the attempts counted so far.
import type { JsonValue } from '../json.ts'
import type { Fault } from './fault.ts'
import { magicFault } from './magic.ts'

type Arrival = {
  /** Method and path template. */
  readonly endpoint: string
  /** What the request is about: account number, site reference. The last one says it most closely. */
  readonly keys: readonly string[]
  /** Only requests that create something heed magic words. */
  readonly creates: boolean
}

export type FaultBook = {
  readonly arm: (faults: readonly Fault[]) => void
  readonly clear: () => void
  /** Every armed fault with how often it was met. */
  readonly list: () => JsonValue
  /** Counts the attempt, and consumes the first armed fault that fits. */
  readonly meet: (arrival: Arrival) => { readonly attempt: number; readonly fault: Fault | null }
}

type Armed = { readonly fault: Fault; passed: number; consumed: number }

const fits = (fault: Fault, arrival: Arrival, attempt: number): boolean =>
  (fault.endpoint === '*' || fault.endpoint === arrival.endpoint) &&
  (fault.key === undefined || arrival.keys.includes(fault.key)) &&
  (fault.attempt === undefined || fault.attempt === 'every' || fault.attempt === attempt)

const limitOf = ({ count, attempt }: Fault): number => count ?? (attempt === undefined ? 1 : Number.POSITIVE_INFINITY)

/** Consumes the armed fault, unless it has to let this one pass. */
function consume(armed: Armed): boolean {
  if (armed.passed < (armed.fault.skip ?? 0)) {
    armed.passed += 1
    return false
  }
  armed.consumed += 1
  return true
}

export function createFaultBook(initial: readonly Fault[]): FaultBook {
  let book: Armed[] = []
  const attempts = new Map<string, number>()
  const arm = (faults: readonly Fault[]): void => {
    book.push(...faults.map((fault) => ({ fault, passed: 0, consumed: 0 })))
  }
  arm(initial)
  return {
    arm,
    clear: () => {
      book = []
    },
    list: () => book.map(({ fault, consumed }) => ({ ...fault, consumed })),
    meet: (arrival) => {
      const counter = JSON.stringify([arrival.endpoint, ...arrival.keys])
      const attempt = (attempts.get(counter) ?? 0) + 1
      attempts.set(counter, attempt)
      for (const armed of book) {
        if (armed.consumed < limitOf(armed.fault) && fits(armed.fault, arrival, attempt) && consume(armed)) return { attempt, fault: armed.fault }
      }
      const closest = arrival.keys.at(-1)
      return { attempt, fault: arrival.creates && closest !== undefined ? magicFault(closest, attempt) : null }
    },
  }
}
