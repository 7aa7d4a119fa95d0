const mostRestarts = 5
const withinMs = 60_000

/** Whether something that died may be started once more: what dies at its start would be started for ever. */
export function makeRestartLimit(now: () => number): () => boolean {
  let deaths: readonly number[] = []
  return () => {
    deaths = [...deaths.filter((at) => at > now() - withinMs), now()]
    return deaths.length <= mostRestarts
  }
}
