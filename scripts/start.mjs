// npm start: builds the app and opens it. On a machine without a display it does the same job on the command line:
// the bundled example goes into the built-in practice sandbox.
import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { build, main, Mendable, root } from './command.mjs'
import { hasDisplay } from './display.mjs'
import { findElectron } from './electron-runtime.mjs'
import { ensureLibraries } from './linux-libraries.mjs'

await main(import.meta, async () => {
  console.log('Building ...')
  if ((await build()).code !== 0) throw new Mendable('The app could not be built: see above.')
  return hasDisplay() ? await openWindow() : await importExample()
})

async function openWindow() {
  const electron = await findElectron({ install: true })
  await ensureLibraries(electron.path, { virtualDisplay: false })
  const flags = []
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log('You are root: Chromium refuses its own sandbox to root, so it runs without it (--no-sandbox).')
    flags.push('--no-sandbox')
  }
  // Left to itself, Electron looks for an X display first.
  if (process.platform === 'linux' && !process.env.DISPLAY) flags.push('--ozone-platform=wayland')
  const env = { ...process.env }
  // Some editors' terminals set it; Electron would then be plain Node.
  delete env.ELECTRON_RUN_AS_NODE
  return await follow(electron.path, [...flags, root, ...process.argv.slice(2)], env)
}

async function importExample() {
  const report = path.join(await mkdtemp(path.join(os.tmpdir(), 'onboarder-')), 'onboarder-report.xlsx')
  console.log('There is no display, so no window can open: importing the example into the practice sandbox on the command line instead.')
  const cli = path.join(root, 'bin', 'onboarder.js')
  const example = path.join('examples', 'clean.csv')
  return await follow(process.execPath, [cli, 'import', example, '--practice', '--yes', '--report', report], process.env)
}

/** Runs it in this terminal to its end and gives its exit code; Ctrl+C reaches it too. */
function follow(program, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: 'inherit' })
    // The terminal sends Ctrl+C to both: this one waits for how the program ends.
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}
