// The tests that look at system calls (test/trace) need strace, and the right to trace: installs it where it may.
import { spawnSync } from 'node:child_process'
import { main, Mendable } from './command.mjs'
import { installPackages } from './debian-packages.mjs'

const whatIsMissing = () => (spawnSync('strace', ['--version']).status === 0 ? [] : ['strace'])

export async function ensureStrace() {
  if (process.platform !== 'linux') throw new Mendable('System calls are traced on Linux only: run these tests there.')
  if (whatIsMissing().length > 0) await installPackages({ lack: 'Tracing needs strace, which this machine lacks.', packages: ['strace'], whatIsMissing })
  const tried = spawnSync('strace', ['-f', '-e', 'trace=none', 'true'], { encoding: 'utf8' })
  if (tried.status !== 0) {
    throw new Mendable(`strace may not trace here: ${tried.stderr.trim()}. Allow it with: sysctl kernel.yama.ptrace_scope=1 (in a container: start it with --cap-add=SYS_PTRACE)`)
  }
}

await main(import.meta, async () => {
  await ensureStrace()
  console.log('strace is here and may trace.')
})
