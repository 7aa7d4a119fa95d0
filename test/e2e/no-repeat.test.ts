// In the real window: the engine's process sends a request that creates once, whatever becomes of the answer. Between it and the
// sandbox stands a server that passes everything on, and breaks the answers to creates after they were applied.
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSandbox } from '../cli/support/sandbox.ts'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { askToSignIn, importExample } from './importing.ts'
import { imported, keepPicture } from './support.ts'

type Break = (response: ServerResponse) => void
const breaks: readonly Break[] = [
  (response) => void response.socket?.resetAndDestroy(),
  (response) => void response.socket?.end(),
  (response) => void setTimeout(() => response.socket?.resetAndDestroy(), 800),
  (response) => void response.writeHead(408, { connection: 'close' }).end(),
  (response) => void response.writeHead(421).end(),
]

interface Front {
  readonly url: string
  /** How often each customer was sent. */
  readonly copies: ReadonlyMap<string, number>
  /** Answers that were broken. */
  readonly broken: () => number
  close(): void
}

async function openFront(target: string): Promise<Front> {
  const copies = new Map<string, number>()
  let broken = 0
  const pass = (incoming: IncomingMessage, body: Buffer, answer: (status: number, text: Buffer, type: string) => void): void => {
    const onward = forward(new URL(incoming.url ?? '', target), { method: incoming.method, headers: { ...incoming.headers, connection: 'close' } }, (result) => {
      const pieces: Buffer[] = []
      result.on('data', (piece: Buffer) => pieces.push(piece))
      result.on('end', () => answer(result.statusCode ?? 0, Buffer.concat(pieces), result.headers['content-type'] ?? 'application/json'))
    })
    onward.end(body)
  }
  const server = createServer((incoming, response) => {
    const pieces: Buffer[] = []
    incoming.on('data', (piece: Buffer) => pieces.push(piece))
    incoming.on('end', () => {
      const body = Buffer.concat(pieces)
      const isCreate = incoming.method === 'POST' && incoming.url?.endsWith('/customers') === true
      const number = isCreate ? (JSON.parse(body.toString()) as { customerAccountNumber: string }).customerAccountNumber : ''
      if (isCreate) copies.set(number, (copies.get(number) ?? 0) + 1)
      pass(incoming, body, (status, text, type) => {
        // The first customer goes through, so that the rest may follow; then one in four is broken, each kind in turn.
        const at = copies.size - 1
        if (isCreate && at > 0 && at % 4 === 0) {
          breaks[broken % breaks.length]?.(response)
          broken += 1
        } else response.writeHead(status, { 'content-type': type, 'content-length': text.length }).end(text)
      })
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, copies, broken: () => broken,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

let app: LaunchedApp
beforeEach(async () => {
  app = await launchApp()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
})

test('N06: the engine in Electron sends each customer once through resets, ends, 408 and 421', async () => {
  const { window } = app
  const sandbox = await startSandbox([])
  const front = await openFront(sandbox.url)
  try {
    await importExample(window, front)
    await window.getByText('Every customer of the plan is there').waitFor()
    expect(front.broken()).toBeGreaterThanOrEqual(breaks.length)
    expect(front.copies.size).toBe(25)
    expect([...front.copies.values()].filter((count) => count !== 1)).toEqual([])
    expect(await imported(sandbox.url)).toHaveLength(25)
  } finally {
    front.close()
    sandbox.stop()
  }
})

test('N15: a proxy of the system that asks for a password is named in the window', async () => {
  const asked: string[] = []
  const proxy = createServer()
  proxy.on('connect', (incoming, socket) => {
    asked.push(incoming.url ?? '')
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n')
  })
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve)
  })
  const { port } = proxy.address() as AddressInfo
  try {
    await app.app.evaluate(({ session }, rules) => session.defaultSession.setProxy({ proxyRules: rules }), `http=127.0.0.1:${port};https=127.0.0.1:${port}`)
    const { window } = app
    await askToSignIn(window, 'https://rest.onboarder.test/v1')
    await window.getByText(/asks for a user and a password \(407\)/).first().waitFor()
    expect(asked).toEqual(['rest.onboarder.test:443'])
  } finally {
    proxy.close()
  }
})
