import { app, Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * Electron's own menu would reload the page, and with it what the operator has open, at a key. macOS needs one for copying and
 * pasting; elsewhere there is none. Whoever develops has the page's tools.
 */
export function setMenu(): void {
  const system: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }] : []
  const tools: MenuItemConstructorOptions[] = app.isPackaged ? [] : [{ label: 'Develop', submenu: [{ role: 'toggleDevTools' }] }]
  const items = [...system, ...tools]
  Menu.setApplicationMenu(items.length === 0 ? null : Menu.buildFromTemplate(items))
}
