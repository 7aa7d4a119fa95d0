import type { Ledger } from './run.ts'

/** The steps of all requests that create, as the server received them: keys of the account number, and of the site. */
export function stepsSent({ requests }: Ledger): readonly string[] {
  return requests.flatMap(({ method, endpoint, keys }) => {
    if (method !== 'POST' || (endpoint !== 'POST /customers' && endpoint !== 'POST /sites')) return []
    const [account = '', site] = keys as readonly string[]
    return [endpoint === 'POST /customers' ? `customer:${account}` : `site:${account}/${site ?? ''}`]
  })
}
