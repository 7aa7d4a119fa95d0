import { loadavg } from 'node:os'
import { runProgram, startSandbox } from './children.ts'
import { type Cost, median } from './measure.ts'
import { beside, markdown } from './table.ts'

const LATENCY_MS = 20
const SHARE = 97
const CPU_MS = 1.5
/** Of what the baseline takes: the same goal on any machine. */
const CPU_TIMES = 1.5

export interface PostingSettings {
  /** Of one request each that creates; each is looked up before. */
  readonly customers: number
  /** Requests per second. */
  readonly limit: number
  readonly rounds: number
}

/** What the server sees of a rate limit, and what a request costs, beside undici's Pool and our pacer alone. Answers a table. */
export async function benchPosting({ customers, limit, rounds }: PostingSettings): Promise<string> {
  const lanes = Math.max(4, Math.ceil((limit * 2 * LATENCY_MS) / 1000))
  const [ours, pool, fresh] = [new Array<Round>(), new Array<Round>(), new Array<Round>()]
  const rows: (readonly string[])[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const [program, into] of [[imports, ours], [keepsConnections, pool], [opensConnections, fresh]] as const) {
      const played = await play(program, { customers, limit, lanes })
      into.push(played)
      rows.push(line(program.name, played))
    }
  }
  const cpu = median(ours.map(({ cpuMs }) => cpuMs))
  const warm = median(ours.map(({ warmMs }) => warmMs))
  const best = Math.min(...ours.map(({ inOneSecond }) => inOneSecond))
  const share = Math.max(...ours.filter(({ inOneSecond }) => inOneSecond === best).map((round) => round.share))
  const times = (others: readonly Round[]): number => cpu / median(others.map(({ cpuMs }) => cpuMs))
  const goals = [
    'ours, goals', `${share.toFixed(1)} % (goal: at least ${SHARE} %${share < SHARE ? '; MISSED' : ''})`, beside({ figure: best, goal: limit + 1, digits: 0 }), '',
    `${beside({ figure: cpu, goal: CPU_MS })}, x pool ${beside({ figure: times(pool), goal: CPU_TIMES })}; x pool with a connection for each create ${times(fresh).toFixed(2)}`,
    `${warm.toFixed(2)}, x pool ${(warm / median(pool.map(({ warmMs }) => warmMs))).toFixed(2)}`, '',
  ]
  return markdown(
    `Posting: ${customers} customers of one request each, limit ${limit} requests/s, ${LATENCY_MS} ms latency, ${lanes} lanes, journal on disk; pace of the best round, CPU the median of ${rounds}`,
    ['program', 'share of the limit used', 'most in any 1 s', 'most in any 100 ms', 'CPU ms/request', 'the same, after the first 1,000', 'load of the machine'], [...rows, goals],
  )
}

interface Program {
  readonly name: string
  readonly file: 'post' | 'post-pool'
  readonly more: readonly string[]
}
const imports: Program = { name: 'ours', file: 'post', more: [] }
const keepsConnections: Program = { name: 'undici Pool and our pacer', file: 'post-pool', more: [] }
const opensConnections: Program = { name: 'the same, a connection for each create', file: 'post-pool', more: ['fresh'] }

interface Round {
  readonly share: number
  readonly inOneSecond: number
  readonly inATenth: number
  /** Of a request, over all of them. */
  readonly cpuMs: number
  /** Of one more, when the first ones have been sent and all is compiled. */
  readonly warmMs: number
  readonly load: number
}

function line(name: string, { share, inOneSecond, inATenth, cpuMs, warmMs, load }: Round): readonly string[] {
  return [name, `${share.toFixed(1)} %`, String(inOneSecond), String(inATenth), cpuMs.toFixed(2), warmMs.toFixed(2), load.toFixed(1)]
}

async function play({ file, more }: Program, { customers, limit, lanes }: Omit<PostingSettings, 'rounds'> & { readonly lanes: number }): Promise<Round> {
  const sandbox = await startSandbox(LATENCY_MS)
  try {
    const cost = await runProgram({ program: file, args: [sandbox.url, String(customers), String(limit), String(lanes), ...more] }) as Cost
    const ledger = await (await fetch(new URL('/sandbox/ledger?bodies=false', sandbox.url))).json() as Ledger
    const seen = ledger.requests.filter(({ path }) => !path.includes('/authenticate'))
    const creates = seen.filter(({ method, applied }) => method === 'POST' && applied).length
    if (creates !== customers) throw new Error(`The server created ${creates} of ${customers} customers`)
    const times = sustained(seen).map(({ at }) => Date.parse(at))
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000
    const all = seen.map(({ at }) => Date.parse(at))
    return {
      share: ((times.length - 1) / seconds / limit) * 100, inOneSecond: mostWithin(all, 1000), inATenth: mostWithin(all, 100),
      cpuMs: cost.cpuMilliseconds / seen.length, warmMs: cost.warm === null ? Number.NaN : (cost.cpuMilliseconds - cost.warm.cpuMilliseconds) / (seen.length - cost.warm.requests),
      load: loadavg()[0] ?? Number.NaN,
    }
  } finally {
    sandbox.stop()
  }
}

interface Seen { readonly method: string; readonly path: string; readonly at: string; readonly applied: boolean }
interface Ledger { readonly requests: readonly Seen[] }

/**
 * From the second create on: before it a run proves the server and its first customer, one request at a time. Lanes then open
 * step by step; that start is part of what is measured.
 */
function sustained(seen: readonly Seen[]): readonly Seen[] {
  const creates = seen.flatMap(({ method }, index) => (method === 'POST' ? [index] : []))
  return seen.slice(creates[1] ?? 0, (creates.at(-1) ?? 0) + 1)
}

/** The most requests whose arrivals lie within any window of that length. */
function mostWithin(times: readonly number[], windowMs: number): number {
  let from = 0
  return times.reduce((most, time, to) => {
    while ((times[from] ?? time) <= time - windowMs) from += 1
    return Math.max(most, to - from + 1)
  }, 0)
}
