import { type ChildProcess, spawn } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { setImmediate, setTimeout } from 'node:timers/promises'

/** An address that is there and never answers, as behind a firewall that drops what it does not like. */
export interface MuteAddress {
  close(): Promise<void>
}

const listening = `require('node:net').createServer().listen({ host: process.argv[1], port: Number(process.argv[2]), backlog: 1 }, () => console.log('listening'))`

/** A server that was stopped while it listens: the system takes the first few connections for it, and drops those after them unheard. */
export async function openMuteAddress(host: string, port: number): Promise<MuteAddress> {
  const server = spawn(process.execPath, ['-e', listening, host, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: server.stdout })) if (line === 'listening') break
  server.kill('SIGSTOP')
  const taken: Socket[] = []
  while (await isTaken(taken, host, port));
  return { close: () => closeAll(server, taken) }
}

/** Whether one more connection is taken. */
async function isTaken(taken: Socket[], host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port })
  taken.push(socket)
  socket.on('error', () => undefined)
  return Promise.race([new Promise<boolean>((resolve) => socket.once('connect', () => resolve(true))), silence()])
}

/** On a busy machine time may be over before this process has heard what is there to be heard. */
async function silence(): Promise<false> {
  await setTimeout(300)
  for (let turn = 0; turn < 20; turn += 1) await setImmediate()
  return false
}

function closeAll(server: ChildProcess, taken: readonly Socket[]): Promise<void> {
  for (const socket of taken) socket.destroy()
  return new Promise((resolve) => {
    if (server.signalCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.kill('SIGKILL')
  })
}
