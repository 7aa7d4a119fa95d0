/** What a child of the bench says at its end, as one line of JSON. */
export interface DryRunFigures {
  readonly seconds: number
  readonly parts: Readonly<Record<string, number>>
  readonly rows: number
  readonly customers: number
  readonly errors: number
}
export interface Measured extends DryRunFigures {
  /** The most the process ever held in memory, Node itself included. */
  readonly peakMegabytes: number
}

/** Seconds since now. */
export function startClock(): () => number {
  const start = performance.now()
  return () => (performance.now() - start) / 1000
}

export function report(figures: DryRunFigures): void {
  const measured: Measured = { ...figures, peakMegabytes: process.resourceUsage().maxRSS / 1024 }
  process.stdout.write(`${JSON.stringify(measured)}\n`)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
