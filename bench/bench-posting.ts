import { loadavg } from 'node:os'
import { runProgram, startSandbox } from './children.ts'
import { type Cost, median } from './measure.ts'
import { beside, markdown } from './table.ts'

const LATENCY_MS = 20
const SHARE = 97
const CPU_MS = 1.5

export interface PostingSettings {
  /** Of one request each that creates; each is looked up before. */
  readonly customers: number
  /** Requests per second. */
  readonly limit: number
  readonly rounds: number
}

/** What the server sees of a rate limit, and what a request costs, beside a plain loop that sends the same. Answers a table. */
export async function benchPosting({ customers, limit, rounds }: PostingSettings): Promise<string> {
  const lanes = Math.max(4, Math.ceil((limit * 2 * LATENCY_MS) / 1000))
  const ours: Round[] = []
  const plain: Round[] = []
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await play('post', { customers, limit, lanes }))
    plain.push(await play('post-plain', { customers, limit, lanes }))
  }
  const cpu = median(ours.map(({ cpuMs }) => cpuMs))
  const best = Math.min(...ours.map(({ inOneSecond }) => inOneSecond))
  const share = Math.max(...ours.filter(({ inOneSecond }) => inOneSecond === best).map((round) => round.share))
  const goals = ['ours, goals', `${share.toFixed(1)} % (goal: at least ${SHARE} %${share < SHARE ? '; MISSED' : ''})`, beside({ figure: best, goal: limit + 1, digits: 0 }), '', `${beside({ figure: cpu, goal: CPU_MS })}, x plain ${(cpu / median(plain.map(({ cpuMs }) => cpuMs))).toFixed(2)}`, `${median(ours.map(({ warmMs }) => warmMs)).toFixed(2)}, x plain ${(median(ours.map(({ warmMs }) => warmMs)) / median(plain.map(({ warmMs }) => warmMs))).toFixed(2)}`, '']
  const rows = ours.flatMap((round, at) => [line('ours', round), ...plain.slice(at, at + 1).map((other) => line('plain loop', other))])
  return markdown(
    `Posting: ${customers} customers of one request each, limit ${limit} requests/s, ${LATENCY_MS} ms latency, ${lanes} lanes, journal on disk; pace of the best round, CPU the median of ${rounds}`,
    ['program', 'share of the limit used', 'most in any 1 s', 'most in any 100 ms', 'CPU ms/request', 'the same, after the first 1,000', 'load of the machine'], [...rows, goals],
  )
}

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

async function play(program: 'post' | 'post-plain', { customers, limit, lanes }: Omit<PostingSettings, 'rounds'> & { readonly lanes: number }): Promise<Round> {
  const sandbox = await startSandbox(LATENCY_MS)
  try {
    const cost = await runProgram({ program, args: [sandbox.url, String(customers), String(limit), String(lanes)] }) as Cost
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
