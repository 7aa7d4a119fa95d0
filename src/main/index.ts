import { app, BrowserWindow } from 'electron'
import { homeFolder } from './home-folder.ts'
import { appCalls } from './calls/app.calls.ts'
import { filesCalls } from './calls/files.calls.ts'
import { startEngine } from './engine-process.ts'
import { makeFileTokens } from './file-tokens.ts'
import { serveCalls } from './ipc/serve.ts'
import { practiceServer } from './practice-process.ts'
import { registerScheme, serveBundle } from './protocol.ts'
import { denyEverything } from './security.ts'
import { openWindow, sendToWindows } from './window.ts'

// The main process opens windows and passes messages. Reading files, validating, the journal and HTTP are the engine's.
// Root has no Chromium sandbox: tests and containers say so by a switch, which an installed app does not listen to.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerScheme()
const home = homeFolder()
app.setPath('userData', home.window)

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus())
  app.on('web-contents-created', (_, contents) => denyEverything(contents))
  // Not awaited: an ES-module main that waits for the app here never lets it become ready.
  void app.whenReady().then(boot)
} else {
  app.quit()
}

function boot(): void {
  serveBundle()
  const practice = practiceServer()
  const engine = startEngine({ home: home.data, onEvent: sendToWindows, startPractice: () => practice.start() })
  const tokens = makeFileTokens((token, path) => engine.send({ kind: 'grant', token, path }))
  serveCalls({ app: appCalls(), files: filesCalls(tokens) }, (name, input) => engine.call(name, input), tokens)
  openWindow()

  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow()
  })
  app.on('window-all-closed', () => app.quit())
  quitTidily(async () => {
    await engine.shutDown()
    practice.stop()
  })
}

/** Lets the engine settle what is on the wire (at most five seconds); the journal is consistent even if it cannot. */
function quitTidily(tidy: () => Promise<void>): void {
  let tidied = false
  app.on('before-quit', (event) => {
    if (tidied) return
    event.preventDefault()
    void tidy().finally(() => {
      tidied = true
      app.quit()
    })
  })
}
