// Where the pictures of docs/screens are taken: the real window in one of its looks, and a way to keep what it shows.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchApp, type LaunchedApp, type LaunchOptions } from '../support/launch-app.ts'
import { project } from '../e2e/support.ts'

const usual = { colorScheme: 'light', forcedColors: 'none', width: 1280, height: 860, zoom: 1 } as const
/** How the window may look. A picture's name ends with the name of its look; `light` is not named. */
const looks = {
  light: usual,
  dark: { ...usual, colorScheme: 'dark' },
  narrow: { ...usual, width: 900, height: 700 },
  wide: { ...usual, width: 2560, height: 1440 },
  zoomed: { ...usual, zoom: 2 },
  'high-contrast': { ...usual, forcedColors: 'active' },
} as const
export type Look = keyof typeof looks
/** Those that every page is drawn in. */
export const everyLook = ['light', 'dark', 'narrow', 'wide'] as const satisfies readonly Look[]

export interface Studio extends LaunchedApp {
  /** Draws what the window shows as docs/screens/NAME-LOOK.png. */
  readonly take: (name: string) => Promise<void>
  /** Another look of what is shown. */
  readonly dress: (look: Look) => Promise<void>
}

export async function openStudio(first: Look, options: LaunchOptions = {}): Promise<Studio> {
  // Dates as an operator in Britain sees them, wherever the pictures are drawn.
  const opened = await launchApp({ ...options, env: { LC_ALL: 'en_GB.UTF-8', LANGUAGE: 'en_GB', ...options.env } })
  const { app, window } = opened
  window.setDefaultTimeout(20_000)
  let look = first
  const dress = async (next: Look): Promise<void> => {
    look = next
    const { width, height, zoom, colorScheme, forcedColors } = looks[look]
    await window.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' })
    await app.evaluate(({ BrowserWindow }, size) => {
      const [shown] = BrowserWindow.getAllWindows()
      shown?.setContentSize(size.width, size.height)
      shown?.webContents.setZoomFactor(size.zoom)
    }, { width, height, zoom })
  }
  const take = async (name: string): Promise<void> => {
    await restPointer(window)
    await window.waitForTimeout(400)
    // By the page itself: a screenshot by Playwright knows nothing of the window's zoom, and would cut it off.
    const session = await window.context().newCDPSession(window)
    const { data } = await session.send('Page.captureScreenshot', { format: 'png' })
    await session.detach()
    writeFileSync(join(project, 'docs/screens', `${name}${look === 'light' ? '' : `-${look}`}.png`), data, 'base64')
  }
  // Connected, or told why not.
  await window.getByRole('button', { name: /^Practice/ }).or(window.getByRole('alert')).first().waitFor()
  await dress(first)
  return { ...opened, take, dress }
}

/** From a dry run that has not been made yet to the report, each drawn. */
export async function takeToReport({ window, take }: Studio): Promise<void> {
  await window.getByRole('button', { name: 'Run the dry run' }).click()
  const start = window.getByRole('button', { name: /^Import \d+ customers?$/ })
  await start.waitFor()
  await take('dry-run')
  await start.click()
  await window.getByRole('button', { name: 'Save the result…' }).waitFor({ timeout: 60_000 })
  await take('report')
}

/** Away from everything that would look pointed at: the middle of the header's upper edge. */
async function restPointer(window: Page): Promise<void> {
  const width = await window.evaluate<number>('innerWidth')
  await window.mouse.move(width * 0.6, 2)
}
