// Finds an Electron to run the app with, in a fixed order, and says which. Users never meet this: releases carry the
// official runtime. It is for development and tests, also on machines that reach no more than the npm registry.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { main, Mendable, root, run } from './command.mjs'
import { findNpmElectron, installNpmElectron } from './electron-from-npm.mjs'

const packageDir = path.join(root, 'node_modules', 'electron')
const executable = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron'

/** Gives { path, version, origin }. Without `install` it only looks; with it, it also downloads. */
export async function findElectron({ install }) {
  const found = await search(install)
  if (!found) {
    const command = install ? 'npx install-electron (it downloads from github.com, or from the address in ELECTRON_MIRROR)' : 'node scripts/electron-runtime.mjs'
    throw new Mendable(`There is no Electron runtime here. Get one with: ${command}`)
  }
  console.log(`Electron ${found.version} from ${found.origin}`)
  return found
}

async function search(install) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    // A choice made by hand is not replaced by another one in silence.
    const chosen = at(override, 'ELECTRON_OVERRIDE_DIST_PATH')
    if (chosen) return chosen
    throw new Mendable(`ELECTRON_OVERRIDE_DIST_PATH is ${override}, but there is no ${executable} in it. Run: unset ELECTRON_OVERRIDE_DIST_PATH`)
  }
  if (!existsSync(packageDir)) throw new Mendable('The packages are not installed. Run: npm ci')

  const official = at(path.join(packageDir, 'dist'), 'node_modules/electron/dist')
  if (official) return official
  const cached = findNpmElectron()
  if (install && (await download({ whenCached: cached !== undefined }))) {
    return at(path.join(packageDir, 'dist'), 'the official download')
  }
  return cached ?? (install && isLinuxX64() ? installNpmElectron() : undefined)
}

function at(folder, origin) {
  const file = path.join(folder, executable)
  if (!existsSync(file)) return undefined
  const versionFile = path.join(folder, 'version')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : '(unknown version)'
  return { path: path.resolve(file), version, origin }
}

/** The electron package's own installer. It has no time limit of its own, and a closed network may swallow requests. */
async function download({ whenCached }) {
  const hasMirror = ['ELECTRON_MIRROR', 'npm_config_electron_mirror'].some((name) => process.env[name])
  const isReachable = hasMirror || (await answers('https://github.com/electron/electron/releases'))
  if (!isReachable && whenCached) return false
  // Not reachable: the archive may still lie in the installer's own cache, which takes seconds.
  const timeoutMs = isReachable ? 15 * 60_000 : 20_000
  if (isReachable) console.log('Downloading Electron (about 120 MB) ...')
  const result = await run([process.execPath, path.join(packageDir, 'install.js')], { output: 'keep', timeoutMs })
  if (result.code === 0) return true
  console.log(`The official Electron could not be downloaded (${result.text.trim().split('\n')[0] || 'time limit'}).`)
  return false
}

async function answers(address) {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    // Whatever the reason, the answer is no.
    return false
  }
}

const isLinuxX64 = () => process.platform === 'linux' && process.arch === 'x64'

await main(import.meta, async () => {
  const { path: file } = await findElectron({ install: true })
  console.log(file)
})
