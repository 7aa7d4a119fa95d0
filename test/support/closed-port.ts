import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'

/**
 * A port that nobody listens at and nobody can be given while it is kept: the near end of a connection has it. A fixed number may be taken
 * on another machine, and one that was just let go is soon given to another test.
 */
export async function keepClosedPort(): Promise<{ readonly port: number; close(): void }> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const holder = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const [[far]] = await Promise.all([once(server, 'connection'), once(holder, 'connect')])
  return {
    port: holder.localPort ?? 0,
    close() {
      holder.destroy()
      far.destroy()
      server.close()
    },
  }
}
