// The faults that are armed, and the attempts counted so far.
import type { JsonValue } from '../json.ts'
import type { Arrival, Fault } from './order.ts'
import type { Trouble } from './trouble-maker.ts'
import { wordFault } from './words.ts'

export type FaultBook = {
  readonly arm: (faults: readonly Fault[]) => void
  readonly clear: () => void
  /** Every armed fault with how often it was met. */
  readonly list: () => JsonValue
  /** Counts the attempt, and consumes the first armed fault that fits. */
  readonly meet: (arrival: Arrival) => { readonly attempt: number; readonly fault: Fault | null }
}

type Armed = { readonly fault: Fault; readonly number: number; passed: number; consumed: number }

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

/** By key, so that thousands of faults cost a request nothing. */
function createShelf() {
  const all: Armed[] = []
  const byKey = new Map<string | null, Armed[]>()
  return {
    all,
    put(fault: Fault): void {
      const armed = { fault, number: all.length, passed: 0, consumed: 0 }
      const key = fault.key ?? null
      const shelf = byKey.get(key)
      if (shelf === undefined) byKey.set(key, [armed])
      else shelf.push(armed)
      all.push(armed)
    },
    /** In the order of arming. */
    near: (keys: readonly string[]): readonly Armed[] => [null, ...keys].flatMap((key) => byKey.get(key) ?? []).sort((left, right) => left.number - right.number),
  }
}

export function createFaultBook(initial: readonly Fault[], trouble: Trouble): FaultBook {
  let shelf = createShelf()
  const attempts = new Map<string, number>()
  const arm = (faults: readonly Fault[]): void => {
    for (const fault of faults) shelf.put(fault)
  }
  arm(initial)
  return {
    arm,
    clear: () => {
      shelf = createShelf()
    },
    list: () => shelf.all.map(({ fault, consumed }) => ({ ...fault, consumed })),
    meet: (arrival) => {
      const counter = JSON.stringify([arrival.endpoint, ...arrival.keys])
      const attempt = (attempts.get(counter) ?? 0) + 1
      attempts.set(counter, attempt)
      for (const armed of shelf.near(arrival.keys)) {
        if (armed.consumed < limitOf(armed.fault) && fits(armed.fault, arrival, attempt) && consume(armed)) return { attempt, fault: armed.fault }
      }
      const closest = arrival.keys.at(-1)
      const byWord = arrival.creates && closest !== undefined ? wordFault(closest, attempt) : null
      return { attempt, fault: byWord ?? trouble.meet(arrival, attempt) }
    },
  }
}
