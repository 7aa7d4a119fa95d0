import { app, BrowserWindow } from 'electron'
import { join } from 'node:path'
import { eventChannel, type WireEvent } from '#shared/ipc/bridge.ts'
import { bundleOrigin } from './protocol.ts'
import { makeRestartLimit } from './restart-limit.ts'

/** One window on the built page. The title never names a file or a customer. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280, height: 860, minWidth: 900, minHeight: 600, show: false, title: 'Elevate Onboarder',
    icon: join(app.getAppPath(), 'build/icon.png'),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  // The page's process holds nothing that is not in the engine's: an import goes on, and the new page finds it.
  const mayReload = makeRestartLimit(() => performance.now())
  window.webContents.on('render-process-gone', (_, { reason }) => {
    // Not while its end is still being told.
    if (reason !== 'clean-exit' && mayReload()) setImmediate(() => window.reload())
  })
  void window.loadURL(`${bundleOrigin}/`)
  return window
}

/** For whoever starts the program a second time: the window that is there. */
export function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized() === true) window.restore()
  window?.show()
  window?.focus()
}

export function sendToWindows(event: WireEvent): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, event)
  }
}
