import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const programs = { 'dry-run-ours': 'bench/dry-run-ours.ts', 'dry-run-script': 'bench/dry-run-script.ts', post: 'bench/post.ts', sandbox: 'src/sandbox/process.ts' } as const
type Program = keyof typeof programs

/** The measured programs are built to plain JavaScript in out/bench first, as the product is: nothing compiles while a clock runs. */
export async function buildPrograms(): Promise<void> {
  await build({
    configFile: false, root, logLevel: 'warn',
    build: { ssr: true, outDir: 'out/bench', emptyOutDir: true, target: 'node20', rolldownOptions: { input: { ...programs } } },
  })
}

/** Runs a program in a process of its own and answers its last line. */
export async function runProgram(program: Program, ...rest: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, [`out/bench/${program}.js`, ...rest], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  let last = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => { last = (last + text).split('\n').slice(-2).join('\n') })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}`)
  return JSON.parse(last)
}

/** A practice server in a process of its own that answers after `latencyMs`. */
export async function startSandbox(latencyMs: number): Promise<{ readonly url: string; stop(): void }> {
  const child = spawn(process.execPath, ['out/bench/sandbox.js', '--port', '0', '--latency', String(latencyMs)], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    const said: unknown = JSON.parse(line)
    if (typeof said === 'object' && said !== null && 'url' in said && typeof said.url === 'string') return { url: said.url, stop: () => void child.kill() }
  }
  throw new Error('The practice server did not start')
}
