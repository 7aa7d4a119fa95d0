import { runProgram, startSandbox } from './children.ts'

/** What the server sees of a rate limit. Answers a table. */
export async function benchPosting({ requests, limit }: { readonly requests: number; readonly limit: number }): Promise<string> {
  const sandbox = await startSandbox(20)
  try {
    const { cpuMilliseconds } = await runProgram({ program: 'post', args: [sandbox.url, String(requests), String(limit)] }) as { readonly cpuMilliseconds: number }
    const ledger = await (await fetch(new URL('/sandbox/ledger?bodies=false', sandbox.url))).json() as Ledger
    const seen = ledger.requests.filter(({ path }) => !path.includes('/authenticate'))
    const creates = seen.filter(({ method, applied }) => method === 'POST' && applied).length
    if (creates !== requests) throw new Error(`The server created ${creates} of ${requests} customers`)
    const times = sustained(seen).map(({ at }) => Date.parse(at))
    const span = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000
    const rate = (times.length - 1) / span
    return [
      `### Posting: ${requests} customers of one request each, limit ${limit} requests/s, 20 ms latency, 4 lanes, journal on disk`, '',
      '| requests at the limit | s | requests/s | share of the limit | most in any 1 s | most in any 100 ms | CPU ms/request |', '|---|---|---|---|---|---|---|',
      `| ${times.length} | ${span.toFixed(2)} | ${rate.toFixed(1)} | ${((rate / limit) * 100).toFixed(1)} % | ${mostWithin(times, 1000)} | ${mostWithin(seen.map(({ at }) => Date.parse(at)), 100)} | ${(cpuMilliseconds / seen.length).toFixed(2)} |`, '',
    ].join('\n')
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
