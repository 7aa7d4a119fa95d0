// The same answers over real connections: what a stand-in cannot show is how a connection ends, and what a pool keeps.
import { createServer, type AddressInfo, type Socket } from 'node:net'
import type { Api } from '#core/ports.ts'
import { connect } from '#node/http/connect.ts'
import { makeAnswer, type MadeAnswer } from './make-answer.ts'
import { created, listed } from './make-body.ts'
import { judgeOutcome, judgeRead, request, SILENCE_MS } from './judge.ts'

export interface SocketJudge {
  create(seed: number): Promise<void>
  /** A read that is answered by a seed, and one after it over the same pool that is answered well. */
  read(seed: number): Promise<void>
  /** Whole requests that create, however often they came. */
  readonly creates: () => number
  readonly open: () => number
  close(): Promise<void>
}

const json = (body: string): string => `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`

function give(socket: Socket, made: MadeAnswer): void {
  for (const piece of made.pieces) socket.write(piece)
  if (made.ending === 'close') socket.end()
  else if (made.ending === 'reset') setImmediate(() => socket.resetAndDestroy())
}

export async function openSocketJudge(): Promise<SocketJudge> {
  const sockets = new Set<Socket>()
  let creates = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      const text = data.toString('latin1')
      const seed = Number(/seed-(\d+)/.exec(text)?.[1] ?? 0)
      if (text.includes('/authenticate')) socket.end(json('{"token":"t"}'))
      else if (text.startsWith('POST')) {
        creates += 1
        give(socket, makeAnswer(seed, created))
      } else if (text.includes('echo-')) socket.write(json(`[{"id":1,"customerAccountNumber":"${/echo-\d+/.exec(text)?.[0] ?? ''}"}]`))
      else give(socket, makeAnswer(seed, listed))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const [long, short] = [await open(port, { write: 60_000, read: 60_000 }), await open(port, { write: SILENCE_MS, read: 3_000 })]
  const apiFor = (made: MadeAnswer): Api => (made.ending === 'silence' ? short : long)
  const check = (seed: number, wrong: readonly string[], made: MadeAnswer): void => {
    if (wrong.length > 0) throw new Error(`seed ${seed}: ${wrong.join('; ')}\n${JSON.stringify(Buffer.concat(made.pieces).toString('latin1')).slice(0, 1_500)}`)
  }
  return {
    creates: () => creates, open: () => sockets.size,
    async create(seed) {
      const made = makeAnswer(seed, created)
      const opened = await apiFor(made).open()
      if (opened.kind !== 'open') throw new Error(`seed ${seed}: no connection`)
      const outcome = await opened.line.send({ ...request, body: `{"customerAccountNumber":"A1","x":"seed-${seed}"}` })
      // A break may overtake what was sent before it.
      check(seed, judgeOutcome(outcome, made.ending === 'reset' ? { ...made, isGood: false } : made), made)
    },
    async read(seed) {
      const made = makeAnswer(seed, listed)
      const api = apiFor(made)
      check(seed, judgeRead(await api.customers({ accountNumbers: [`seed-${seed}`] }, { number: 1, size: 10 }), made), made)
      const echo = await long.customers({ accountNumbers: [`echo-${seed}`] }, { number: 1, size: 10 })
      if (echo.kind === 'answer' && echo.value[0]?.customer !== `echo-${seed}`) throw new Error(`seed ${seed}: the answer to another question was believed`)
    },
    close: () =>
      new Promise((resolve) => {
        long.close()
        short.close()
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

async function open(port: number, deadlineMs: { readonly write: number; readonly read: number }): Promise<Api> {
  const api = await connect({ baseUrl: `http://127.0.0.1:${port}/v1`, brand: 'b', username: 'u', password: 'p', deadlineMs })
  if (!api.ok) throw new Error(api.failure.message)
  return api.value
}
