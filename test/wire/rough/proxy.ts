// A bad link between the client and a server: bytes come late and in drops, connections break, and now and then nothing gets through.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { createRandom } from '#sandbox/random.ts'

export interface Link {
  readonly seed: number
  /** How long a piece is under way, at most. */
  readonly latencyMs: number
  readonly bytesPerSecond: number
  /** Of all pieces, those that break their connection. */
  readonly loss: number
  /** It is up for about so long, then down for about so long, and so on so many times. Null: it is always up. */
  readonly flaps: { readonly upMs: number; readonly downMs: number; readonly times: number } | null
  /** A middlebox that keeps a request for a customer so long, and delivers it though nobody waits for it any more. */
  readonly keepsMs?: number
}

export interface Seen {
  /** Connections that the link broke after some of a request had gone through. */
  broken: number
  /** Connections that came while the link was down. */
  refused: number
  flaps: number
}

export interface RoughProxy {
  readonly url: string
  readonly seen: Readonly<Seen>
  close(): Promise<void>
}

const PIECE_BYTES = 200

export async function openRoughProxy(to: string, link: Link): Promise<RoughProxy> {
  const { hostname, port, pathname } = new URL(to)
  const random = createRandom(link.seed)
  const seen: Seen = { broken: 0, refused: 0, flaps: 0 }
  const pairs = new Set<() => void>()
  const flapping = flap(link, { random, onDown: () => {
    seen.flaps += 1
    // Some losses of the link are felt at once, some only by whoever waits.
    if (random() < 0.5) for (const breakOff of pairs) breakOff()
  } })
  const server = createServer({ allowHalfOpen: true }, (near) => {
    near.on('error', () => undefined)
    if (flapping.isDown()) {
      seen.refused += 1
      near.resetAndDestroy()
      return
    }
    const far = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
    far.on('error', () => near.destroy())
    far.setNoDelay(true)
    const breakOff = (): void => {
      if (near.bytesRead > 0) seen.broken += 1
      for (const socket of [near, far]) socket.resetAndDestroy()
    }
    const carrier = { link, random, breakOff, isDown: () => flapping.isDown() }
    pairs.add(breakOff)
    near.on('close', () => {
      pairs.delete(breakOff)
      if (link.keepsMs === undefined) far.destroy()
    })
    far.on('close', () => near.destroy())
    carry(near, far, carrier)
    carry(far, near, carrier)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`, seen,
    close: () => new Promise((resolve) => {
      flapping.end()
      for (const breakOff of pairs) breakOff()
      server.close(() => resolve())
    }),
  }
}

interface Carrier {
  readonly link: Link
  readonly random: () => number
  readonly breakOff: () => void
  readonly isDown: () => boolean
}

/** In order, each piece when its time has come and the link is up. */
function carry(from: Socket, to: Socket, { link, random, breakOff, isDown }: Carrier): void {
  let due = 0
  let before = Promise.resolve()
  const later = (bytes: number, act: () => void): void => {
    due = Math.max(due, performance.now() + random() * link.latencyMs) + (bytes / link.bytesPerSecond) * 1_000
    const at = due
    before = before.then(async () => {
      while ((performance.now() < at || isDown()) && !to.destroyed) await pause(Math.max(5, at - performance.now()))
      if (!to.destroyed) act()
    })
  }
  from.on('data', (bytes: Buffer) => {
    if (link.keepsMs !== undefined && /^POST \S*\/customers /.test(bytes.subarray(0, 200).toString('latin1'))) due = performance.now() + link.keepsMs
    for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
      const piece = bytes.subarray(start, start + PIECE_BYTES)
      later(piece.length, () => (random() < link.loss ? breakOff() : to.write(piece)))
    }
  })
  from.on('end', () => later(0, () => to.end()))
}

function flap({ flaps }: Link, { random, onDown }: { readonly random: () => number; readonly onDown: () => void }): { readonly isDown: () => boolean; readonly end: () => void } {
  let isDown = false
  let timer: NodeJS.Timeout | undefined
  let downs = 0
  const turn = (): void => {
    if (flaps === null || (!isDown && downs === flaps.times)) return
    timer = setTimeout(() => {
      isDown = !isDown
      if (isDown) {
        downs += 1
        onDown()
      }
      turn()
    }, (isDown ? flaps.downMs : flaps.upMs) * (0.5 + random()))
  }
  turn()
  return { isDown: () => isDown, end: () => clearTimeout(timer) }
}
