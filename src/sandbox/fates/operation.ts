import type { EndpointName } from '#api/endpoints.ts'
import type { Answer } from '../answer.ts'
import type { World } from '../world.ts'

/** How this once differs from what was asked for. */
export type Change = {
  readonly search?: URLSearchParams
  /** What is younger is not seen yet. */
  readonly seenUntilMs?: number
  /** Keys may repeat. */
  readonly isLax?: boolean
}

/** One request that can be carried out, and what a fate needs to meddle with it. */
export type Operation = {
  readonly name: EndpointName
  readonly world: World
  readonly search: URLSearchParams
  /** Notes in the ledger whether something was created or changed. */
  readonly carryOut: (change?: Change) => Answer
  /** Takes that note back. */
  readonly takeBack: () => void
}
