// A proxy for tunnels (CONNECT) that behaves as the test says. Whatever target is asked for leads to one server.
import { createServer, connect, type AddressInfo, type Socket } from 'node:net'

export interface ConnectProxy {
  readonly port: number
  /** Heads of the CONNECT requests. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

export type Script = (socket: Socket, head: string, lead: () => Socket) => void

export async function openConnectProxy(port: number, script: Script = tunnelThrough): Promise<ConnectProxy> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    return socket
  }
  const server = createServer((socket) => {
    keep(socket)
    socket.once('data', (head) => {
      asked.push(head.toString('latin1'))
      script(socket, head.toString('latin1'), () => keep(connect(port, '127.0.0.1')))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port, asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** As a proxy should. */
export function tunnelThrough(socket: Socket, _head: string, lead: () => Socket): void {
  const onward = lead()
  socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
  socket.pipe(onward).pipe(socket)
  socket.on('close', () => onward.destroy())
  onward.on('close', () => socket.destroy())
}
