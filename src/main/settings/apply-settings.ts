import { nativeTheme, type BrowserWindow } from 'electron'
import type { SettingsStore } from './settings-file.ts'
import { stepped, zoomAfter } from './zoom-step.ts'

/** Light or dark, for the page (which asks its media queries) and the dialogs of the system alike. */
export function applyColours(settings: SettingsStore): void {
  nativeTheme.themeSource = settings.now().colours
}

/** Keys and wheel zoom the page, and the next window is as large. Not by a menu: there is none on most systems. */
export function watchZoom({ webContents }: BrowserWindow, settings: SettingsStore): void {
  const zoom = (to: number): void => webContents.setZoomLevel(settings.change({ zoom: to }).zoom)
  webContents.on('did-finish-load', () => webContents.setZoomLevel(settings.now().zoom))
  webContents.on('zoom-changed', (_, direction) => zoom(stepped(settings.now().zoom, direction === 'in' ? 1 : -1)))
  webContents.on('before-input-event', (event, input) => {
    const to = zoomAfter(settings.now().zoom, input)
    if (to === null) return
    event.preventDefault()
    zoom(to)
  })
}
