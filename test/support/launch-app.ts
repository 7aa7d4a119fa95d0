// Opens the built app in a real Electron for end-to-end tests, each time with a data folder of its own.
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type ElectronApplication, type Page, _electron } from 'playwright-core'
import { gatherText } from './gather-text.ts'

export interface LaunchedApp {
  readonly app: ElectronApplication
  readonly window: Page
  /** The app's data folder: gone after `close`, unless the test gave it. */
  readonly home: string
  /** What the app's processes have printed since the launch was done (Playwright keeps what came before). */
  readonly output: () => string
  readonly close: () => Promise<void>
}

export interface LaunchOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  /** A data folder that outlives the window, to open the app twice. */
  readonly home?: string
  /** The folder of the app; this project by default. */
  readonly appDir?: string
}

/** How long anything in the window may take, where a test says nothing. */
const PATIENCE_MS = 120_000

const project = path.resolve(import.meta.dirname, '../..')

export async function launchApp({ env = {}, args = [], home, appDir = project }: LaunchOptions = {}): Promise<LaunchedApp> {
  const electron = process.env['ONBOARDER_ELECTRON']
  if (!electron) throw new Error('No Electron was named in ONBOARDER_ELECTRON. Start these tests with: npm run test:e2e')
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'onboarder-e2e-'))
  const dataFolder = home ?? path.join(temporary, 'home')
  const app = await _electron.launch({
    executablePath: electron,
    // Chromium refuses its sandbox to root, which CI is. The last argument but the test's own is what `electron <folder>` opens.
    args: ['--no-sandbox', '--disable-gpu', `--user-data-dir=${path.join(temporary, 'chromium')}`, appDir, ...args],
    env: { ...inherited(), ONBOARDER_HOME: dataFolder, ...env },
    timeout: PATIENCE_MS,
  })
  const printed = gatherText(app.process().stdout, app.process().stderr)

  const close = async () => {
    // An app that does not close when asked must not hold up the tests after it.
    const killer = setTimeout(() => app.process().kill('SIGKILL'), 15_000)
    // While an import is going on it would ask first. An app that is gone already cannot be told.
    await app.evaluate(({ dialog }) => { dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false }) }).catch(() => undefined)
    await app.close().finally(() => clearTimeout(killer))
    await rm(temporary, { recursive: true, force: true, maxRetries: 3 })
  }
  try {
    const window = await app.firstWindow()
    window.context().setDefaultTimeout(PATIENCE_MS)
    await window.waitForLoadState('domcontentloaded')
    return { app, window, home: dataFolder, output: printed, close }
  } catch (error) {
    await close()
    throw new Error(`The app opened no window. It printed:\n${printed()}`, { cause: error })
  }
}

function inherited(): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  // This one makes Electron behave as plain Node; some editors' terminals set it.
  return Object.fromEntries(own.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE'))
}
