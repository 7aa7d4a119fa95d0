import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import type { SeedsPlayed } from './run-seeds.ts'

export interface Share {
  readonly from: number
  readonly count: number
  /** It ends early after so many bad ones. */
  readonly mostBad: number
}

/** Plays seeds with a bundled simulator in a process of its own. Fails where that process does: an endless schedule is stopped. */
export async function playInProcess(program: string, { from, count, mostBad }: Share): Promise<SeedsPlayed> {
  const child = spawn(process.execPath, [program, String(from), String(count), String(mostBad)], { stdio: ['ignore', 'pipe', 'inherit'], timeout: 900_000, killSignal: 'SIGKILL' })
  const closed = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code))
  })
  const said = await text(child.stdout)
  const code = await closed
  if (code !== 0) throw new Error(`seeds ${from} to ${from + count - 1}: the simulator ended with ${code}; play them one by one with scripts/nightly/simulation.ts`)
  return JSON.parse(said) as SeedsPlayed
}
