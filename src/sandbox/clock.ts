// The sandbox's time. It can be moved forward, so that a test need not wait fifteen minutes for a token to expire.
export type Clock = { readonly nowMs: () => number; readonly advance: (ms: number) => void }

export function createClock(now: () => number): Clock {
  let offsetMs = 0
  return {
    nowMs: () => now() + offsetMs,
    advance: (ms) => {
      offsetMs += ms
    },
  }
}

/** yyyy-MM-ddTHH:mm:ssZ, the one date-time form the documents show. elevate-api.md section 2.2. */
export const wireDateTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`
