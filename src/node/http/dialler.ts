import { createSecureContext, type SecureContext } from 'node:tls'
import type { Clock } from '#core/ports.ts'
import { isLoopback } from './base-url.ts'
import { readAuthorities } from './certificates.ts'
import { routesFromEnvironment } from './environment-routes.ts'
import { openSocket, type Opened } from './open-socket.ts'
import { direct, type FindRoutes, type Route } from './route.ts'

/** What is special about the network here; left out, it is asked of the environment and of the system. */
export interface Network {
  readonly findRoutes?: FindRoutes
  /** PEM. */
  readonly authorities?: readonly string[]
}

export type Dial = (url: URL) => Promise<Opened>

/** Settings change when a laptop moves to another network; a failed connection asks again at once. */
const ROUTES_HOLD_MS = 30_000

/** Opens connections the way this computer's settings want them: proxies, and certificates of the system. */
export function createDialler({ findRoutes = fromEnvironment, authorities }: Network, clock: Clock): Dial {
  let known: { readonly routes: readonly Route[]; readonly until: number } | null = null
  let trust: SecureContext | undefined
  return async (url) => {
    // Reading some three hundred certificates takes its time: once, and only for https.
    if (url.protocol === 'https:') trust ??= createSecureContext({ ca: [...(authorities ?? readAuthorities())], minVersion: 'TLSv1.2' })
    if (isLoopback(url.hostname)) return openSocket(url, { routes: direct, trust })
    if (known === null || clock.now() >= known.until) known = { routes: await findRoutes(url), until: clock.now() + ROUTES_HOLD_MS }
    const opened = await openSocket(url, { routes: known.routes, trust })
    if (opened.kind === 'failed') known = null
    return opened
  }
}

async function fromEnvironment(url: URL): ReturnType<FindRoutes> {
  return Promise.resolve(routesFromEnvironment(url, process.env))
}
