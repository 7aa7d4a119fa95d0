// The practice server: a stand-in for the real API that is strict where the documents are clear, says in
// docs/sandbox-differences.md what it decided where they are not, and keeps a ledger of all it saw. It shares the wire
// contract with the client and nothing else, so that it can judge it.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refuse } from './answer.ts'
import { control, CONTROL_PATH } from './control.ts'
import { createDelays, type Delays } from './delays.ts'
import { conduct } from './exchange.ts'
import { defaultSettings, type SandboxOptions } from './options.ts'
import { MAX_BODY_BYTES, receiveBody } from './receive.ts'
import { BASE_PATH } from './route.ts'
import { type Reply, send, sight } from './send.ts'
import { createWorld, type World } from './world.ts'

export type Sandbox = {
  /** With the base path: what a client is pointed at. */
  readonly url: string
  /** The control plane, outside the base path. */
  readonly controlUrl: string
  readonly port: number
  readonly close: () => Promise<void>
}

type Running = { world: World; readonly renew: () => World; readonly delays: Delays }

const isControl = (url: URL): boolean => url.pathname.startsWith(`${CONTROL_PATH}/`)

/** A web page cannot reach the ledger: neither with its own origin nor under a host name that was rebound to this machine. */
const isLocalCaller = ({ headers }: IncomingMessage): boolean => headers.origin === undefined && /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(headers.host ?? '')

async function serveControl(request: IncomingMessage, url: URL, running: Running): Promise<Reply> {
  if (!isLocalCaller(request)) return { delivery: 'whole', answer: refuse(403, 'The control plane answers local programs only') }
  const { bytes } = await receiveBody(request)
  const reset = (): void => {
    running.world = running.renew()
  }
  return { delivery: 'whole', answer: control({ method: request.method ?? '', url, bytes }, { world: () => running.world, reset }) }
}

async function serveApi(request: IncomingMessage, url: URL, { world, delays }: Running): Promise<Reply> {
  const { headers, method = '' } = request
  const { bytes, isTooLarge } = await receiveBody(request)
  const entry = world.ledger.open({ method, path: url.pathname + url.search, headers, body: bytes })
  const reply: Reply = isTooLarge
    ? { delivery: 'whole', answer: refuse(413, `A body may have ${MAX_BODY_BYTES} bytes`) }
    : await conduct({ method, url, headers, bytes, entry }, { world, delays })
  world.ledger.close(entry, sight[reply.delivery], sight[reply.delivery] === 'dropped' ? null : reply.answer.status)
  return reply
}

function commonHeaders({ clock, settings, rateLimit }: World): Readonly<Record<string, string>> {
  return { Date: new Date(clock.nowMs() + settings.dateSkewMs).toUTCString(), ...(settings.rateLimitFields ? rateLimit.fields() : {}) }
}

async function serve(request: IncomingMessage, response: ServerResponse, running: Running): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox')
  const reply = await (isControl(url) ? serveControl : serveApi)(request, url, running)
  send(response, reply, commonHeaders(running.world))
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })

const closeAll = (server: Server, delays: Delays): Promise<void> =>
  new Promise((resolve) => {
    delays.cancelAll()
    server.close(() => resolve())
    server.closeAllConnections()
  })

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = { ...defaultSettings, ...options }
  const renew = (): World => createWorld(settings)
  const running: Running = { world: renew(), renew, delays: createDelays() }
  const server = createServer((request, response) => {
    serve(request, response, running).catch((error: unknown) => {
      // A client that went away in the middle of its body is no news; anything else is a bug and is shown.
      if (!request.destroyed || request.complete) process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : String(error)}\n`)
      if (!response.headersSent && !response.destroyed) send(response, { delivery: 'whole', answer: refuse(500, 'The sandbox itself failed') }, {})
    })
  })
  await listen(server, settings.port, settings.host)
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo
  const origin = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`
  return { url: `${origin}${BASE_PATH}`, controlUrl: `${origin}${CONTROL_PATH}`, port, close: () => closeAll(server, running.delays) }
}
