import { app, BrowserWindow, powerMonitor, session } from 'electron'
import { homeFolder } from './home-folder.ts'
import { appCalls } from './calls/app.calls.ts'
import { filesCalls } from './calls/files.calls.ts'
import { startEngine } from './engine-process.ts'
import { makeFileTokens } from './file-tokens.ts'
import { serveCalls } from './ipc/serve.ts'
import { guardLeaving } from './leave.ts'
import { practiceServer } from './practice-process.ts'
import { registerScheme, serveBundle } from './protocol.ts'
import { denyEverything } from './security.ts'
import { openWindow, sendToWindows, showWindow } from './window.ts'

// The main process opens windows and passes messages. Reading files, validating, the journal and HTTP are the engine's.
// Root has no Chromium sandbox: tests and containers say so by a switch, which an installed app does not listen to.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerScheme()
const home = homeFolder()
app.setPath('userData', home.window)

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow)
  app.on('web-contents-created', (_, contents) => denyEverything(contents))
  // Not awaited: an ES-module main that waits for the app here never lets it become ready.
  void app.whenReady().then(boot)
} else {
  app.quit()
}

function boot(): void {
  serveBundle()
  const practice = practiceServer()
  // A system that cannot be asked names no proxy.
  const resolveProxy = (url: string): Promise<string> => session.defaultSession.resolveProxy(url).catch(() => 'DIRECT')
  const engine = startEngine({ home: home.data, onEvent: sendToWindows, startPractice: () => practice.start(), resolveProxy })
  const tokens = makeFileTokens((token, path) => engine.send({ kind: 'grant', token, path }))
  serveCalls({ app: appCalls(), files: filesCalls(tokens) }, (name, input) => engine.call(name, input), tokens)
  const leaving = guardLeaving({
    imports: () => engine.imports(),
    tidy: async () => {
      await engine.shutDown()
      practice.stop()
    },
  })
  leaving.watch(openWindow())

  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) leaving.watch(openWindow())
  })
  app.on('window-all-closed', () => app.quit())
  powerMonitor.on('resume', () => engine.send({ kind: 'woke' }))
}
