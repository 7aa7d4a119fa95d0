// Entry of the separate process. Says where it listens, once, and ends when whoever started it is gone.
import { fstatSync } from 'node:fs'
import { CommanderError } from 'commander'
import { parseArguments } from './process-options.ts'
import { type Sandbox, startSandbox } from './server.ts'

/** Electron's utility process has a port to its parent that Node's types do not know. */
type ParentPort = { readonly postMessage: (message: unknown) => void }
const parentPort = (process as { readonly parentPort?: ParentPort }).parentPort

function announce(sandbox: Sandbox): void {
  const message = { url: sandbox.url }
  process.stdout.write(`${JSON.stringify(message)}\n`)
  parentPort?.postMessage(message)
  process.send?.(message)
}

/** A terminal or /dev/null says nothing about the parent; a pipe ends when the parent does. */
function stdinIsPipe(): boolean {
  try {
    const stat = fstatSync(0)
    return stat.isFIFO() || stat.isSocket()
  } catch {
    // Closed from the start: there is nothing to watch.
    return false
  }
}

function stopWithParent(stop: () => void): void {
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.once('disconnect', stop)
  // A utility process ends with its parent by itself.
  if (parentPort !== undefined || process.send !== undefined || !stdinIsPipe()) return
  process.stdin.once('end', stop).once('error', stop)
  process.stdin.resume()
}

async function main(): Promise<void> {
  const sandbox = await startSandbox(parseArguments(process.argv.slice(2)))
  stopWithParent(() => void sandbox.close().then(() => process.exit(0)))
  announce(sandbox)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE') return 'the port is taken by another program: choose another one with --port, or 0 for any free one'
  return error.message
}

main().catch((error: unknown) => {
  const isUsage = error instanceof CommanderError
  // Commander has printed its own message.
  if (!isUsage) process.stderr.write(`sandbox: ${reasonOf(error)}\n`)
  process.exitCode = isUsage && error.exitCode === 0 ? 0 : 2
})
