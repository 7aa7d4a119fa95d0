import { readFileSync } from 'node:fs'

/** What a measured program says at its end, as one line of JSON. */
export interface Figures {
  readonly seconds: number
  /** Seconds of its parts. */
  readonly parts?: Readonly<Record<string, number>>
  readonly rows: number
  readonly cells?: number
  readonly customers?: number
  /** Each program counts its own kind of error. */
  readonly errors?: number
}
export interface Measured extends Figures {
  /** The most the process ever held in memory, Node itself included. */
  readonly peakMegabytes: number
  /** Of all its threads, its start included: a busy machine stretches the time, not this. */
  readonly cpuSeconds: number
}

/** Seconds since now. */
export function startClock(): () => number {
  const start = performance.now()
  return () => (performance.now() - start) / 1000
}

/** `maxRSS` of a child begins with what its parent held when it started it; Linux also keeps the peak of the program itself. */
export function peakKilobytes(): number {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
  } catch {
    return process.resourceUsage().maxRSS
  }
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

export function report(figures: Figures): void {
  const measured: Measured = { ...figures, peakMegabytes: peakKilobytes() / 1024, cpuSeconds: cpuSeconds() }
  process.stdout.write(`${JSON.stringify(measured)}\n`)
}

/** Requests by which a program has compiled what it does again and again. */
const WARM = 1_000

export interface Cost {
  readonly cpuMilliseconds: number
  /** As far as it was when so many requests were sent; null: there were fewer. */
  readonly warm: { readonly requests: number; readonly cpuMilliseconds: number } | null
}

/** CPU of the process from now on, and how much of it the first requests took; said as its line of JSON. */
export function startCost(): { readonly note: (requests: number) => void; readonly say: () => void } {
  const start = process.cpuUsage()
  const spent = (): number => {
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  let warm: Cost['warm'] = null
  return {
    note(requests) {
      if (requests >= WARM) warm ??= { requests, cpuMilliseconds: spent() }
    },
    say: () => void process.stdout.write(`${JSON.stringify({ cpuMilliseconds: spent(), warm } satisfies Cost)}\n`),
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const medianSeconds = (runs: readonly Measured[]): number => median(runs.map(({ seconds }) => seconds))
export const medianCpu = (runs: readonly Measured[]): number => median(runs.map((run) => run.cpuSeconds))
export const medianPeak = (runs: readonly Measured[]): number => median(runs.map(({ peakMegabytes }) => peakMegabytes))
