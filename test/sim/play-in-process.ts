import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import type { SeedsPlayed } from './run-seeds.ts'
import { addMet, nothingMet } from './world/met.ts'

export interface Share {
  readonly from: number
  readonly count: number
  /** It ends early after so many bad ones. */
  readonly mostBad: number
}

/** One takes five minutes on a machine of its own, and what is endless has to end. */
const MOST_IN_PROCESS = 100_000
const TIMEOUT_MS = 2_400_000

/** Plays seeds with a bundled simulator in a process of its own. Fails where that process does: an endless schedule is stopped. */
export async function playInProcess(program: string, { from, count, mostBad }: Share): Promise<SeedsPlayed> {
  const child = spawn(process.execPath, [program, String(from), String(count), String(mostBad)], { stdio: ['ignore', 'pipe', 'inherit'], timeout: TIMEOUT_MS, killSignal: 'SIGKILL' })
  const closed = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code))
  })
  const said = await text(child.stdout)
  const code = await closed
  if (code !== 0) throw new Error(`seeds ${from} to ${from + count - 1}: the simulator ended with ${code}; play them one by one with scripts/nightly/simulation.ts`)
  return JSON.parse(said) as SeedsPlayed
}

/** The same with several processes side by side, each of which takes the next share when it is done with one. */
export async function playInProcesses(program: string, { from, count, mostBad }: Share, processes: number): Promise<SeedsPlayed> {
  const size = Math.min(MOST_IN_PROCESS, Math.ceil(count / processes))
  const shares = Array.from({ length: Math.ceil(count / size) }, (_, at): Share => ({ from: from + at * size, count: Math.min(size, count - at * size), mostBad }))
  const parts: SeedsPlayed[] = []
  const playOn = async (): Promise<void> => {
    for (let share = shares.shift(); share !== undefined; share = shares.shift()) parts.push(await playInProcess(program, share))
  }
  await Promise.all(Array.from({ length: processes }, playOn))
  const met = nothingMet()
  for (const part of parts) addMet(met, part.met)
  const sum = (key: 'played' | 'cpuMs'): number => parts.reduce((total, part) => total + part[key], 0)
  return { played: sum('played'), cpuMs: sum('cpuMs'), met, bad: parts.flatMap(({ bad }) => bad).toSorted((one, other) => one.seed - other.seed) }
}

/** With the command that tells it line by line. */
export function tellBad({ bad }: SeedsPlayed): readonly string[] {
  return bad.map(({ seed, violations }) => `seed ${seed}: ${violations.map(({ invariant, what }) => `${invariant} ${what}`).join('; ')}; again, line by line: npx tsx scripts/nightly/simulation.ts --trace ${seed}`)
}
