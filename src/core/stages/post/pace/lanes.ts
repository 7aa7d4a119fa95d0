export type Lane = 'read' | 'write'

/** Requests under way: reads and those that create have as many lanes each, fewer where the server suffers. */
export interface Lanes {
  /** Of one kind, at most. */
  most(): number
  isFull(lane: Lane): boolean
  /** Of both kinds. */
  underWay(): number
  enter(lane: Lane): void
  leave(lane: Lane): void
}

export function createLanes({ wanted, part }: { readonly wanted: () => number; readonly part: () => number }): Lanes {
  const underWay = { read: 0, write: 0 }
  const most = (): number => Math.max(1, Math.floor(wanted() * Math.max(part(), 0.25)))
  return {
    most,
    isFull: (lane) => underWay[lane] >= most(),
    underWay: () => underWay.read + underWay.write,
    enter: (lane) => void (underWay[lane] += 1),
    leave: (lane) => void (underWay[lane] -= 1),
  }
}
