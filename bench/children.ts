import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Measured } from './measure.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const programs = {
  'dry-run-ours': 'bench/dry-run-ours.ts', 'dry-run-script': 'bench/dry-run-script.ts',
  'edit-ours': 'bench/edit-ours.ts',
  'result-journal': 'bench/result-journal.ts', 'result-ours': 'bench/result-ours.ts',
  'csv-ours': 'bench/csv-ours.ts', 'csv-papaparse': 'bench/csv-papaparse.ts', 'csv-floor': 'bench/csv-floor.ts',
  'xlsx-ours': 'bench/xlsx-ours.ts', 'xlsx-exceljs': 'bench/xlsx-exceljs.ts', 'xlsx-floor': 'bench/xlsx-floor.ts',
  // A thread of our dry run, found beside it.
  'prepare-worker': 'src/engine/prepare/prepare-worker.ts',
  post: 'bench/post.ts', 'post-pool': 'bench/post-pool.ts', sandbox: 'src/sandbox/process.ts',
} as const
export type Program = keyof typeof programs

/** The measured programs are built to plain JavaScript in out/bench first, as the product is: nothing compiles while a clock runs. */
export async function buildPrograms(): Promise<void> {
  await build({
    configFile: false, root, logLevel: 'warn',
    build: { ssr: true, outDir: 'out/bench', emptyOutDir: true, target: 'node20', rolldownOptions: { input: { ...programs } } },
  })
}

export interface Run {
  readonly program: Program
  readonly args: readonly string[]
  /** Of Node, such as the size of its heap. */
  readonly nodeOptions?: readonly string[]
}

/** Runs a program in a process of its own and answers its last line. */
export async function runProgram({ program, args, nodeOptions = [] }: Run): Promise<unknown> {
  const child = spawn(process.execPath, [...nodeOptions, `out/bench/${program}.js`, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  let last = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => { last = (last + text).split('\n').slice(-2).join('\n') })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}`)
  return JSON.parse(last)
}

/** Runs them one after the other, round after round: what slows the machine slows all. Answers the runs of each, by its place. */
export async function interleave(runs: readonly Run[], rounds: number): Promise<readonly (readonly Measured[])[]> {
  const measured = runs.map((): Measured[] => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, run] of runs.entries()) {
      const figures = await runProgram(run) as Measured
      console.error(`  ${run.program}: ${figures.seconds.toFixed(2)} s, ${figures.peakMegabytes.toFixed(0)} MB`)
      measured[at]?.push(figures)
    }
  }
  return measured
}

/** All must have seen the same, or the comparison means nothing. */
export function checkSame(runs: readonly (readonly Measured[])[]): void {
  const seen = new Set(runs.flat().map(({ rows, cells, customers }) => JSON.stringify({ rows, cells, customers })))
  if (seen.size > 1) throw new Error(`The programs did not read the same: ${[...seen].join(' and ')}`)
}

/** A practice server in a process of its own that answers after `latencyMs`; `more` are options of its command line. */
export async function startSandbox(latencyMs: number, ...more: readonly string[]): Promise<{ readonly url: string; stop(): void }> {
  const child = spawn(process.execPath, ['out/bench/sandbox.js', '--port', '0', '--latency', String(latencyMs), ...more], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    const said: unknown = JSON.parse(line)
    if (typeof said === 'object' && said !== null && 'url' in said && typeof said.url === 'string') return { url: said.url, stop: () => void child.kill() }
  }
  throw new Error('The practice server did not start')
}
