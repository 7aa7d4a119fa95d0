import { BrowserWindow, Notification } from 'electron'
import type { WireEvent } from '#shared/ipc/bridge.ts'
import { contract } from '#shared/ipc/contract.ts'
import { importEnded } from '#shared/wording/import-told.ts'
import { showWindow } from './window.ts'

const { progressed, finished } = contract.run
const none = -1

/** Keeps an eye on imports for whoever does not look at the window: progress in the taskbar, and a word from the system at the end. */
export function watchImports(): (event: WireEvent) => void {
  let last: ReturnType<typeof progressed.payload.parse> | null = null
  return ({ name, payload }) => {
    if (name === 'run.progressed') {
      last = progressed.payload.parse(payload)
      showShare(last.total === 0 ? none : (last.total - last.left) / last.total, last.state === 'paused' ? 'paused' : 'normal')
    }
    // An engine that died tells no end.
    if (name === 'app.engineRestarted') showShare(none, 'none')
    if (name !== 'run.finished') return
    const end = finished.payload.parse(payload)
    const told = importEnded(end, last?.runId === end.runId ? last : null)
    last = null
    showShare(none, 'none')
    if (told !== null && BrowserWindow.getFocusedWindow() === null) tell(told)
  }
}

function showShare(share: number, mode: 'none' | 'normal' | 'paused'): void {
  for (const window of BrowserWindow.getAllWindows()) if (!window.isDestroyed()) window.setProgressBar(share, { mode })
}

function tell(told: { readonly title: string; readonly body: string }): void {
  for (const window of BrowserWindow.getAllWindows()) window.flashFrame(true)
  if (!Notification.isSupported()) return
  const notification = new Notification(told)
  notification.on('click', showWindow)
  notification.show()
}
