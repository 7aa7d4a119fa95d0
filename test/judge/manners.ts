import type { Evidence, Manners, Violation } from './evidence.ts'

/** Retries of one process: a tenth of its requests, a few that every short run may need, and one in half a minute where nothing else is left to do. */
const RETRY_SHARE = 0.1
const RETRIES_FREE = 10
const RETRY_EVERY_MS = 30_000
/** A token lives a quarter of an hour. */
const LOGIN_EVERY_MS = 600_000

/** I10: polite to a server that is not well. */
export function judgeManners({ manners = [] }: Evidence): readonly Violation[] {
  return manners.flatMap((process) => [...judgeRetries(process), ...judgeFloors(process), ...judgeLogins(process)].map((what): Violation => ({ invariant: 'I10', what })))
}

function judgeRetries({ requests, logins: { livedMs } }: Manners): readonly string[] {
  const retries = requests.filter(({ isRetry }) => isRetry).length
  return retries <= RETRY_SHARE * requests.length + RETRIES_FREE + livedMs / RETRY_EVERY_MS ? [] : [`${retries} of ${requests.length} requests were retries`]
}

function judgeFloors({ requests, floors }: Manners): readonly string[] {
  return floors.flatMap(({ from, until }) => {
    const early = requests.find(({ begunAt }) => begunAt > from && begunAt < until)
    return early === undefined ? [] : [`the server asked for ${Math.round(until - from)} ms of silence, and was asked again after ${Math.round(early.begunAt - from)} ms`]
  })
}

function judgeLogins({ logins: { made, failed, refusedTokens, livedMs } }: Manners): readonly string[] {
  const allowed = 1 + failed + refusedTokens + Math.ceil(livedMs / LOGIN_EVERY_MS)
  return made <= allowed ? [] : [`it logged in ${made} times, where ${allowed} would have done`]
}
