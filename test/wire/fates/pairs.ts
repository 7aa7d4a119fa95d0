// Two fates for one customer: the first meets its create, the second whatever comes of it. Four customers share a run.
import type { FateName } from '#sandbox/fates/table/index.ts'
import { fateNames } from '#sandbox/fates/table/index.ts'
import { createRandom } from '#sandbox/random.ts'
import { atOnce } from '../../kill/at-once.ts'
import { type Aim, aims, canMeet, keyOf, orderOf, wantedFor } from './combinations.ts'
import { type Ends, endsFor, expectationOf } from './expectations.ts'
import { openElsewhere, playScene } from './play.ts'

export interface Pair {
  readonly first: FateName
  readonly second: FateName
  readonly aim: Aim
}

/** The second one of a create meets the next attempt; of a look-up by key the one after sending; of the rest the first there is. */
const attemptAt: Readonly<Partial<Record<Aim, number>>> = { 'POST /customers': 2, 'GET /customers': 2, 'POST /sites': 1, 'GET /sites': 1, 'GET /customers/{customer_id}': 1 }
const seconds = [...aims.create, ...aims.read].filter((aim) => attemptAt[aim] !== undefined)
const PER_RUN = 4
const AT_ONCE = 20

export function allPairs(): readonly Pair[] {
  const firsts = fateNames.filter((fate) => canMeet(fate, 'POST /customers'))
  return firsts.flatMap((first) => seconds.flatMap((aim) => fateNames.filter((fate) => canMeet(fate, aim)).map((second) => ({ first, second, aim }))))
}

/** So many of them, drawn by a seed. */
export function samplePairs(seed: number, count: number): readonly Pair[] {
  const random = createRandom(seed)
  return allPairs().map((pair) => ({ pair, at: random() })).sort((one, other) => one.at - other.at).slice(0, count).map(({ pair }) => pair)
}

export interface TriedPairs {
  readonly wrong: readonly string[]
  /** Pairs whose second fate was met: after a clear answer to the first there is nothing left to meet. */
  readonly met: number
}

export async function playPairs(pairs: readonly Pair[], onRun: (done: number) => void = () => undefined): Promise<TriedPairs> {
  const runs = Array.from({ length: Math.ceil(pairs.length / PER_RUN) }, (_, at) => pairs.slice(at * PER_RUN, (at + 1) * PER_RUN))
  const elsewhere = await openElsewhere()
  let done = 0
  const tried = await atOnce(runs, AT_ONCE, async (run) => {
    const played = await playRun(run, elsewhere.url)
    onRun((done += run.length))
    return played
  })
  elsewhere.server.close()
  const strayed = elsewhere.hits() === 0 ? [] : [`a redirect led ${elsewhere.hits()} requests to another server`]
  return { wrong: [...tried.flatMap(({ wrong }) => wrong), ...strayed], met: tried.reduce((sum, { met }) => sum + met, 0) }
}

async function playRun(pairs: readonly Pair[], elsewhere: string): Promise<TriedPairs> {
  const byCustomer = new Map(pairs.map((pair, at) => [`0${at + 1} Fate`, pair]))
  const faults = [...byCustomer].flatMap(([customer, { first, second, aim }]) => [
    orderOf(first, 'POST /customers', { key: customer, attempt: 1, elsewhere }),
    orderOf(second, aim, { key: keyOf(aim, customer), attempt: attemptAt[aim] ?? 1, elsewhere }),
  ])
  const played = await playScene({ wanted: wantedFor([...byCustomer.keys()]), faults, endsOf: (customer) => endsOf(byCustomer.get(customer)) })
  const allowed = new Set(pairs.flatMap(({ first, second, aim }) => [expectationOf(first, 'POST /customers', 1).stops, expectationOf(second, aim, 1).stops]))
  const mistaken = played.stops.filter((code) => !allowed.has(code)).map((code) => `it stopped for "${code}"`)
  const idle = played.faults.filter(({ endpoint, attempt, consumed }) => endpoint === 'POST /customers' && attempt === 1 && consumed !== 1).map(({ fault }) => `${fault} was not met`)
  const names = pairs.map(({ first, second, aim }) => `${first} and ${second} at ${aim}`).join('; ')
  return { wrong: [...played.wrong, ...mistaken, ...idle].map((what) => `${what} (${names})`), met: played.faults.reduce((sum, { consumed }) => sum + consumed, 0) - pairs.length }
}

/** What either of them may lead to by itself. `shown-twice` says that there are two, whenever it is met. */
function endsOf(pair: Pair | undefined): Ends {
  if (pair === undefined) return endsFor([])
  const { mayEnd, broken } = endsFor([expectationOf(pair.first, 'POST /customers', 1), expectationOf(pair.second, pair.aim, attemptAt[pair.aim] ?? 1)])
  return { mayEnd, broken: pair.second === 'shown-twice' ? [...broken, 'other-writer'] : broken }
}
