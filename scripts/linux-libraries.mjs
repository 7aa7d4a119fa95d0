// What Linux must have before an Electron window can open: the shared libraries the runtime names, a font, and for tests
// an X server. Installs them where it may (root, apt-get); otherwise it fails with the one command that does.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { main } from './command.mjs'
import { installPackages } from './debian-packages.mjs'
import { findElectron } from './electron-runtime.mjs'

// Found by starting from a bare Debian 12: these five and what they depend on leave no library of the runtime missing.
const forWindow = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'fonts-dejavu-core']
const forTests = ['xvfb']

/** Makes sure that `electron` (the path of the executable) can open a window, on a virtual display too if asked. */
export async function ensureLibraries(electron, { virtualDisplay }) {
  if (process.platform !== 'linux') return
  const missing = whatIsMissing(electron, virtualDisplay)
  if (missing.length === 0) return
  const some = missing.length > 6 ? [...missing.slice(0, 5), `${missing.length - 5} more`] : missing
  const lack = `A window needs what this machine lacks: ${some.join(', ')}.`

  const packages = packageNames([...(virtualDisplay ? forTests : []), ...forWindow])
  await installPackages({ lack, packages, whatIsMissing: () => whatIsMissing(electron, virtualDisplay) })
}

function whatIsMissing(electron, virtualDisplay) {
  const missing = []
  if (virtualDisplay && !onPath('Xvfb')) missing.push('Xvfb')
  // ldd asks the loader itself, so nothing can be forgotten; where there is no ldd (musl), the runtime cannot start anyway.
  const ldd = spawnSync('ldd', [electron], { encoding: 'utf8' })
  for (const [, name] of (ldd.stdout ?? '').matchAll(/(\S+) => not found/g)) missing.push(name)
  if (!hasFont()) missing.push('a font')
  return missing
}

function onPath(program) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => folder !== '' && existsSync(path.join(folder, program)))
}

function hasFont() {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', path.join(os.homedir(), '.fonts'), path.join(os.homedir(), '.local/share/fonts')]
  return folders.some((folder) => existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => /\.(ttf|otf|ttc)$/i.test(file)))
}

/** Debian 13 and Ubuntu 24.04 renamed some libraries when their time values became 64 bits wide: libasound2t64. */
function packageNames(names) {
  return names.map((name) => (spawnSync('apt-cache', ['show', `${name}t64`]).status === 0 ? `${name}t64` : name))
}

await main(import.meta, async () => {
  const electron = await findElectron({ install: true })
  await ensureLibraries(electron.path, { virtualDisplay: true })
  console.log('Everything a window needs is here.')
})
