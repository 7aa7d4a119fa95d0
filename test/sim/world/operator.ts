// Whoever sits at the computer, and the computer itself: pause, pace, cancel, quit, sleep; and somebody else at another one.
import type { Execution } from '#core/stages/post/index.ts'
import type { World } from '../play.ts'
import { Died } from './journal.ts'
import type { Process } from './timeline.ts'

const NIGHT_MS = 3 * 3_600_000

export function interfere(world: World, process: Process, execution: Execution): void {
  const { climate, chance, timeline, tell } = world
  const later = (call: () => void): void => void timeline.after(chance.next() * chance.pick([500, 10_000, 200_000]), () => {
    if (timeline.now() < climate.calmAt) orDie(call)
  }, process)
  if (climate.operator.sleeps && chance.hits(0.6)) later(() => sleep(world, process, execution))
  if (climate.broken.has('other-writer')) later(() => writeToo(world))
  if (climate.tokenLifeMs < 900_000 && chance.hits(0.3)) later(() => world.server.revokeTokens())
  if (!chance.hits(climate.operator.interferes)) return
  later(() => {
    const what = chance.pick(['pause', 'pause', 'pace', 'cancel', 'quit'] as const)
    tell(() => `operator: ${what}`)
    switch (what) {
      case 'pause':
        execution.pause()
        timeline.after(chance.pick([1_000, 90_000, 600_000]), () => execution.resume(), process)
        break
      case 'pace': execution.setPace({ requestsPerSecond: chance.pick([1, 10, 80]), lanes: chance.whole(1, 8) }); break
      case 'cancel': execution.cancel(); break
      case 'quit': execution.halt({ code: 'stopped', message: 'The program was closed.' }); break
    }
  })
}

function sleep(world: World, process: Process, execution: Execution): void {
  const { timeline, chance, tell } = world
  tell(() => 'the computer sleeps for three hours')
  timeline.sleep(process, NIGHT_MS, chance.hits(0.5))
  world.calmFrom = Math.max(world.calmFrom, timeline.now() + NIGHT_MS)
  if (chance.hits(0.7)) timeline.after(NIGHT_MS + chance.next() * 5_000, () => execution.woke(), process)
}

/** Another operator enters one of the customers by hand, or begins to. */
function writeToo({ climate, chance, server, tell }: World): void {
  const { customer, contractOwnerId, nested, dependent } = chance.pick(climate.runs.flat())
  tell(() => `somebody else creates ${customer}`)
  const references = [...nested, ...dependent.map(([reference]) => reference)]
  server.ledger.addAnother({ customer, contractOwnerId }, { references: references.slice(0, chance.whole(0, references.length)), isOld: false })
}

/** What an operator does is written down, and may be the last thing the process does. */
function orDie(call: () => void): void {
  try {
    call()
  } catch (error) {
    if (!(error instanceof Died)) throw error
  }
}
