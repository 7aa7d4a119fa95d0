// Plays seeds one after another and says on its last line what came of them. Bundled (`bundle.ts`) and run as a process of its own.
//   run-seeds FROM COUNT MOST-BAD      plays COUNT seeds, ends early after so many bad ones
//   run-seeds --trace SEED             plays one and tells everything
import { play, type Played } from './play.ts'
import { addMet, type Met, nothingMet } from './world/met.ts'

export interface SeedsPlayed {
  readonly played: number
  readonly bad: readonly { readonly seed: number; readonly violations: Played['violations'] }[]
  readonly met: Met
  readonly cpuMs: number
}

async function playSeeds(from: number, count: number, mostBad: number): Promise<SeedsPlayed> {
  const met = nothingMet()
  let played = 0
  const bad: SeedsPlayed['bad'][number][] = []
  for (let seed = from; seed < from + count && bad.length < mostBad; seed += 1) {
    const { violations, met: more } = await play(seed).catch((error: unknown) => crashed(seed, error))
    played += 1
    addMet(met, more)
    if (violations.length > 0) bad.push({ seed, violations })
  }
  const { user, system } = process.cpuUsage()
  return { played, bad, met, cpuMs: Math.round((user + system) / 1000) }
}

/** A bug of the engine, thrown: as bad as any violation. */
function crashed(seed: number, error: unknown): Played {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { violations: [{ invariant: 'I12', what: `seed ${seed} threw: ${what}` }], met: nothingMet() }
}

const [first = '1', second = '1', third = '10'] = process.argv.slice(2)
if (first === '--trace') {
  const { violations } = await play(Number(second), (line) => console.log(line))
  process.exitCode = violations.length === 0 ? 0 : 1
} else {
  console.log(JSON.stringify(await playSeeds(Number(first), Number(second), Number(third))))
}
