import { app, BrowserWindow } from 'electron'
import { join } from 'node:path'
import { eventChannel, type WireEvent } from '#shared/ipc/bridge.ts'
import { bundleOrigin } from './protocol.ts'

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
  window.setMenuBarVisibility(false)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${bundleOrigin}/`)
  return window
}

export function sendToWindows(event: WireEvent): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, event)
  }
}
