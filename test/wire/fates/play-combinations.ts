// Plays all combinations of some endpoints, several at once, and says of each what is not as it must be.
import { atOnce } from '../../kill/at-once.ts'
import { accountOf, type Aim, type Combination, combinationsOf, faultsFor, planOf } from './combinations.ts'
import { endsFor, expectationOf } from './expectations.ts'
import { openElsewhere, type Played, playScene } from './play.ts'

/** Runs wait more than they work. */
const AT_ONCE = 20

export interface Tried {
  /** Fate, endpoint and attempt. */
  readonly combinations: number
  /** A sentence for each thing that is wrong. */
  readonly wrong: readonly string[]
}

export async function playCombinations(aims: readonly Aim[]): Promise<Tried> {
  const combinations = aims.flatMap((aim) => combinationsOf(aim))
  const elsewhere = await openElsewhere()
  const found = await atOnce(combinations, AT_ONCE, async (combination) => {
    const wrong = await playCombination(combination, elsewhere.url)
    return wrong.map((what) => `${combination.fate} at ${combination.aim}, attempt ${combination.attempts.join(', ')}: ${what}`)
  })
  elsewhere.server.close()
  const strayed = elsewhere.hits() === 0 ? [] : [`a redirect led ${elsewhere.hits()} requests to another server`]
  return { combinations: combinations.reduce((sum, { attempts }) => sum + attempts.length, 0), wrong: [...found.flat(), ...strayed] }
}

async function playCombination(combination: Combination, elsewhere: string): Promise<readonly string[]> {
  const { fate, aim, attempts } = combination
  const wanted = planOf(combination)
  /** A customer for each attempt; where a request is about none, the only one. */
  const attemptOf = (customer: string): number | undefined => (wanted.length === 1 ? attempts[0] : attempts.find((attempt) => accountOf(attempt) === customer))
  const expected = (customer: string): ReturnType<typeof expectationOf> => {
    const attempt = attemptOf(customer)
    return attempt === undefined ? { ends: 'created', stops: null, broken: null, says: '' } : expectationOf(fate, aim, attempt)
  }
  const played = await playScene({
    wanted, faults: faultsFor(combination, elsewhere),
    endsOf: (customer) => endsFor([expected(customer)]),
  })
  const misnamed = wanted.filter(({ customer }) => played.outcomes[customer] !== expected(customer).ends).map(({ customer }) => `${customer} is ${played.outcomes[customer]}, not ${expected(customer).ends}`)
  const silent = wanted.filter(({ customer }) => !(played.reasons[customer] ?? '').includes(expected(customer).says)).map(({ customer }) => `${customer} is not said to be there as ${expected(customer).says}, but: ${played.reasons[customer]}`)
  const stops = attempts.map((attempt) => expectationOf(fate, aim, attempt).stops)[0] ?? null
  const mistaken = played.stops.join() === (stops ?? '') ? [] : [`it stopped for "${played.stops.join()}", not for "${stops ?? ''}"`]
  return [...played.wrong, ...misnamed, ...silent, ...mistaken, ...unmet(played)]
}

/** A fault that nobody met proves nothing. */
function unmet({ faults }: Played): readonly string[] {
  return faults.filter(({ count = 1, consumed }) => consumed !== count).map(({ endpoint, fault, key, attempt, consumed }) => `${fault} at ${endpoint} ${key ?? ''} attempt ${attempt} was met ${consumed} times`)
}
