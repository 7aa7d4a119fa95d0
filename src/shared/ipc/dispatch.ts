import { fail, type Result } from '#core/model/result.ts'
import type { Call, Contract } from './kit.ts'

/** Answers one call: never throws, never answers anything but a Result. */
export type Dispatch = (name: string, input: unknown) => Promise<Result<unknown>>

interface Route {
  readonly call: Call
  readonly run: (input: unknown) => unknown
}

/**
 * Joins a contract's areas with their handlers. In order: known name? input parses? run; output parses. A throw is a bug of
 * ours: it is reported once to `onBug` under a reference and answered as `internal` with that reference, never with a stack.
 */
export function makeDispatch(contract: Contract, handlers: Readonly<Record<string, object>>, onBug: (name: string, error: unknown) => string): Dispatch {
  const routes = collectRoutes(contract, handlers)
  return async (name, input) => {
    const route = routes.get(name)
    if (route === undefined) return fail('bad-usage', 'The window asked for something that does not exist.')
    const parsed = route.call.input.safeParse(input)
    if (!parsed.success) return fail('bad-usage', `The window asked for ${name} with something that does not fit.`)
    try {
      const result = (await route.run(parsed.data)) as Result<unknown>
      if (!result.ok) return result
      return { ok: true, value: route.call.output.parse(result.value) }
    } catch (error) {
      return fail('internal', `Something went wrong in the program itself (reference ${onBug(name, error)}). Nothing was sent because of it.`)
    }
  }
}

// A Map, so that names such as `__proto__` are nothing special.
function collectRoutes(contract: Contract, handlers: Readonly<Record<string, object>>): ReadonlyMap<string, Route> {
  const routes = new Map<string, Route>()
  for (const [area, areaHandlers] of Object.entries(handlers)) {
    for (const [verb, entry] of Object.entries(contract[area] ?? {})) {
      const run = (areaHandlers as Readonly<Record<string, unknown>>)[verb]
      if (entry.kind === 'call' && typeof run === 'function') {
        routes.set(`${area}.${verb}`, { call: entry, run: run as (input: unknown) => unknown })
      }
    }
  }
  return routes
}
