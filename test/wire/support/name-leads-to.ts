import dns from 'node:dns'
import { vi } from 'vitest'

/** What a name leads to is the computer's business: on some, `localhost` has one address only. Until `vi.restoreAllMocks()`. */
export function nameLeadsTo(...addresses: readonly dns.LookupAddress[]): void {
  vi.spyOn(dns, 'lookup').mockImplementation(((_name: string, _options: unknown, tell: (error: null, found: readonly dns.LookupAddress[]) => void) => process.nextTick(tell, null, addresses)) as typeof dns.lookup)
}
