import { app, BrowserWindow, powerMonitor, session } from 'electron'
import { join } from 'node:path'
import { filesHandedOver, filesNamed, isFile } from './arriving/files-named.ts'
import { makeOfferedFiles } from './arriving/offered-files.ts'
import { openRecentFiles } from './arriving/recent-files.ts'
import type { WireEvent } from '#shared/ipc/bridge.ts'
import { homeFolder } from './home-folder.ts'
import { appCalls } from './calls/app.calls.ts'
import { filesCalls } from './calls/files.calls.ts'
import { startEngine } from './engine-process.ts'
import { makeFileTokens } from './file-tokens.ts'
import { serveCalls } from './ipc/serve.ts'
import { guardLeaving } from './leave.ts'
import { setMenu } from './menu.ts'
import { practiceServer } from './practice-process.ts'
import { registerScheme, serveBundle } from './protocol.ts'
import { denyEverything } from './security.ts'
import { applyColours, watchZoom } from './settings/apply-settings.ts'
import { openSettings } from './settings/settings-file.ts'
import { watchImports } from './watch-imports.ts'
import { openWindow, sendToWindows, showWindow } from './window.ts'

// The main process opens windows and passes messages. Reading files, validating, the journal and HTTP are the engine's.
// Root has no Chromium sandbox: tests and containers say so by a switch, which an installed app does not listen to.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerScheme()
const home = homeFolder()
app.setPath('userData', home.window)
const offered = makeOfferedFiles(() => sendToWindows({ name: 'files.offered', payload: {} }))
const named = filesNamed(process.argv.slice(1), process.cwd(), isFile)

// A second start hands its files to the program that is there, found in its own folder, and ends.
if (app.requestSingleInstanceLock({ files: named })) {
  offered.offer(named)
  app.on('second-instance', (...told) => {
    showWindow()
    offered.offer(filesHandedOver(told[3]))
  })
  // macOS names files so, the first of them before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    offered.offer([path])
  })
  app.on('web-contents-created', (_, contents) => denyEverything(contents))
  // Not awaited: an ES-module main that waits for the app here never lets it become ready.
  void app.whenReady().then(boot)
} else {
  app.quit()
}

async function boot(): Promise<void> {
  serveBundle()
  setMenu()
  const [settings, recent] = await Promise.all([openSettings(join(home.data, 'settings.json')), openRecentFiles(join(home.data, 'recent-files.json'))])
  applyColours(settings)
  const practice = practiceServer()
  // A system that cannot be asked names no proxy.
  const resolveProxy = (url: string): Promise<string> => session.defaultSession.resolveProxy(url).catch(() => 'DIRECT')
  const watch = watchImports()
  const onEvent = (event: WireEvent): void => {
    sendToWindows(event)
    watch(event)
  }
  const engine = startEngine({ home: home.data, onEvent, startPractice: () => practice.start(), resolveProxy })
  const tokens = makeFileTokens((token, path) => engine.send({ kind: 'grant', token, path }))
  serveCalls({ app: appCalls(settings), files: filesCalls({ tokens, offered, recent }) }, (name, input) => engine.call(name, input), tokens)
  const leaving = guardLeaving({
    imports: () => engine.imports(),
    tidy: async () => {
      await engine.shutDown()
      practice.stop()
    },
  })
  const open = (): void => {
    const window = openWindow()
    leaving.watch(window)
    watchZoom(window, settings)
  }
  open()

  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open()
  })
  app.on('window-all-closed', () => app.quit())
  powerMonitor.on('resume', () => engine.send({ kind: 'woke' }))
}
