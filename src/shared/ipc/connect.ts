import type { Bridge } from './bridge.ts'
import { readResult, type Client, type Contract } from './kit.ts'

/** Builds the window's client by walking the contract. Answers and event payloads are parsed on arrival. */
export function connect<C extends Contract>(contract: C, bridge: Bridge): Client<C> {
  const client: Record<string, Record<string, unknown>> = {}
  for (const [area, entries] of Object.entries(contract)) {
    const verbs: Record<string, unknown> = {}
    for (const [verb, entry] of Object.entries(entries)) {
      const name = `${area}.${verb}`
      verbs[verb] =
        entry.kind === 'call'
          ? async (input: unknown) => {
              const result = readResult(await bridge.call(name, input))
              return result.ok ? { ok: true, value: entry.output.parse(result.value) } : result
            }
          : (listener: (payload: unknown) => void) =>
              bridge.subscribe((event) => {
                if (event.name === name) listener(entry.payload.parse(event.payload))
              })
    }
    client[area] = verbs
  }
  // The loop above makes exactly the shape that `Client` derives from the same contract.
  return client as unknown as Client<C>
}
