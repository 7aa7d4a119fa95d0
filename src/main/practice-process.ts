import { utilityProcess, type UtilityProcess } from 'electron'
import { join } from 'node:path'

export interface PracticeServer {
  /** Starts it once; the same address afterwards. Null when it did not come up. */
  start(): Promise<string | null>
  stop(): void
}

/** The practice server: the sandbox in a process of its own, reachable from this machine only. */
export function practiceServer(): PracticeServer {
  let child: UtilityProcess | null = null
  let address: Promise<string | null> | null = null
  return {
    start() {
      address ??= new Promise((resolve) => {
        child = utilityProcess.fork(join(import.meta.dirname, 'sandbox.js'), ['--port', '0'], { serviceName: 'Elevate Onboarder practice server' })
        child.once('message', (message: { readonly url?: unknown }) => resolve(typeof message.url === 'string' ? message.url : null))
        child.once('exit', () => {
          address = null
          resolve(null)
        })
      })
      return address
    },
    stop: () => void child?.kill(),
  }
}
