// The tests of failing disks (test/disk) stand between the program and the C library, for which they need a C compiler: installs it
// where it may.
import { spawnSync } from 'node:child_process'
import { main, Mendable } from './command.mjs'
import { installPackages } from './debian-packages.mjs'

const whatIsMissing = () => (spawnSync('cc', ['--version']).status === 0 ? [] : ['cc'])

export async function ensureCompiler() {
  if (process.platform !== 'linux') throw new Mendable('Calls to the disk are made to fail on Linux only: run these tests there.')
  if (whatIsMissing().length > 0) await installPackages({ lack: 'Making a disk fail needs a C compiler, which this machine lacks.', packages: ['gcc', 'libc6-dev'], whatIsMissing })
}

await main(import.meta, async () => {
  await ensureCompiler()
  console.log('A C compiler is here.')
})
