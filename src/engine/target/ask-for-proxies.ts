import { routesFromEnvironment } from '#node/http/environment-routes.ts'
import type { FindRoutes } from '#node/http/route.ts'
import { routesFromSystem } from '#node/http/system-routes.ts'
import type { FromEngine } from '#shared/ipc/engine-wire.ts'

interface Proxies {
  readonly findRoutes: FindRoutes
  hear(id: number, answer: string): void
}

/** The proxy settings of the system, asked of the main process. */
export function askForProxies(post: (message: FromEngine) => void): Proxies {
  const waiting = new Map<number, (answer: string) => void>()
  let nextId = 1
  return {
    async findRoutes(url) {
      const answer = await new Promise<string>((resolve) => {
        const id = nextId++
        waiting.set(id, resolve)
        // Without its path: a PAC script is somebody else's program.
        post({ kind: 'need-proxy', id, url: `${url.origin}/` })
      })
      return routesFromSystem(answer, routesFromEnvironment(url, process.env))
    },
    hear(id, answer) {
      waiting.get(id)?.(answer)
      waiting.delete(id)
    },
  }
}
