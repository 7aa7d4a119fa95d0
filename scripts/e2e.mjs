// npm run test:e2e: the end-to-end tests in a real Electron window. What is missing is fetched and installed where that
// is allowed; otherwise it fails and names the command that mends it. It never skips.
import { build, main, Mendable } from './command.mjs'
import { hasDisplay, startVirtualDisplay } from './display.mjs'
import { findElectron } from './electron-runtime.mjs'
import { ensureLibraries } from './linux-libraries.mjs'
import { runTests } from './vitest.mjs'

/** Expects the app to be built. `project`: the one of vitest.config.ts that needs a window. */
export async function runEndToEnd(project = 'e2e') {
  const electron = await findElectron({ install: true })
  const virtual = !hasDisplay()
  await ensureLibraries(electron.path, { virtualDisplay: virtual })
  const display = virtual ? await startVirtualDisplay() : { env: process.env, stop: () => {} }
  try {
    return await runTests(project, { env: { ...display.env, ONBOARDER_ELECTRON: electron.path } })
  } finally {
    display.stop()
  }
}

await main(import.meta, async () => {
  if ((await build()).code !== 0) throw new Mendable('The app could not be built: see above.')
  // `screens` draws the pictures of docs/screens with the same window.
  const { problems } = await runEndToEnd(process.argv[2])
  if (problems.length > 0) console.log(`In the window: ${problems.join(', ')}`)
  return problems.length === 0 ? 0 : 1
})
