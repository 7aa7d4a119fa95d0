import type { Clock } from '../../../ports.ts'

/** `resetMs` counts from now. */
export interface Quota {
  readonly remaining: number
  readonly resetMs: number
}

/** The longest silence a server can impose by its quota: beyond it, something is wrong with what it says. */
const MOST_RESET_MS = 600_000

export interface SlotsInit {
  readonly clock: Clock
  readonly perSecond: () => number
  readonly quota: () => Quota | null
  /** Requests whose answer has not come: the server's quota does not know of them yet. */
  readonly underWay: () => number
}

/** When the next request may leave: evenly spaced, held, and within the server's own quota. */
export interface Slots {
  dueAt(): number
  take(): void
  hold(delayMs: number): void
  /** How long the hold still lasts. */
  heldForMs(): number
  /** Somebody waits again after nobody did. */
  wake(): void
  /** The pace has changed: a slot that was far away comes nearer. */
  hasten(): void
}

export function createSlots({ clock, perSecond, quota, underWay }: SlotsInit): Slots {
  // Theoretical time of the next turn (GCRA with a burst of one): a late timer does not lose a slot as long as somebody waits.
  let nextAt = Number.NEGATIVE_INFINITY
  let heldUntil = Number.NEGATIVE_INFINITY
  const allowed = (): { readonly remaining: number; readonly resetMs: number } | null => {
    const said = quota()
    return said === null || said.resetMs <= 0 ? null : { remaining: said.remaining - underWay(), resetMs: Math.min(said.resetMs, MOST_RESET_MS) }
  }
  const spacingMs = (): number => {
    const own = 1000 / Math.max(0.01, perSecond())
    const left = allowed()
    return left === null || left.remaining <= 0 ? own : Math.max(own, left.resetMs / left.remaining)
  }
  return {
    dueAt() {
      const left = allowed()
      return Math.max(nextAt, heldUntil, left !== null && left.remaining <= 0 ? clock.now() + left.resetMs : Number.NEGATIVE_INFINITY)
    },
    take() {
      // A turn missed by less than one space is caught up; older ones are gone, so that an idle time is no credit.
      const spacing = spacingMs()
      nextAt = Math.max(nextAt, heldUntil, clock.now() - spacing) + spacing
    },
    hold(delayMs) {
      heldUntil = Math.max(heldUntil, clock.now() + delayMs)
    },
    heldForMs: () => Math.max(0, heldUntil - clock.now()),
    wake() {
      nextAt = Math.max(nextAt, clock.now())
    },
    hasten() {
      nextAt = Math.min(nextAt, clock.now() + spacingMs())
    },
  }
}
