import { app, dialog, powerMonitor, type BrowserWindow } from 'electron'

interface Leaving {
  /** How many imports are going on. */
  readonly imports: () => number
  /** Lets the engine finish what is on the wire; at most a few seconds. */
  readonly tidy: () => Promise<void>
}

/**
 * The ways out of the program. While an import is going on a person is asked; a session that ends, or a signal, is not: there is nobody
 * to answer. Either way requests under way are finished first, for at most five seconds, and the run can be resumed.
 */
export function guardLeaving({ imports, tidy }: Leaving): { readonly watch: (window: BrowserWindow) => void } {
  let isSure = false
  let isAsking = false
  let state: 'open' | 'tidying' | 'tidy' = 'open'

  const leaveAtOnce = (): void => {
    isSure = true
    app.quit()
  }
  const ask = async (window: BrowserWindow | undefined): Promise<void> => {
    if (isAsking) return
    isAsking = true
    const { response } = await (window === undefined ? dialog.showMessageBox(question) : dialog.showMessageBox(window, question))
    isAsking = false
    if (response === 1) leaveAtOnce()
  }
  const mayLeave = (): boolean => isSure || imports() === 0

  app.on('before-quit', (event) => {
    if (state === 'tidy') return
    event.preventDefault()
    if (!mayLeave()) return void ask(undefined)
    if (state === 'tidying') return
    state = 'tidying'
    void tidy().finally(() => {
      state = 'tidy'
      app.quit()
    })
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, leaveAtOnce)
  // Its type leaves the event out; by the documents the shutdown waits for us when it is prevented.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault()
    leaveAtOnce()
  })
  return {
    watch(window) {
      window.on('close', (event) => {
        if (mayLeave()) return
        event.preventDefault()
        void ask(window)
      })
      window.on('session-end', leaveAtOnce)
    },
  }
}

const question = {
  type: 'question' as const, title: 'Elevate Onboarder', message: 'An import is going on.', buttons: ['Keep importing', 'Stop and close'], defaultId: 0, cancelId: 0, noLink: true,
  detail: 'Closing the program stops it: requests under way are finished first, which takes a few seconds at most. You can resume the import later; nothing is sent twice.',
}
