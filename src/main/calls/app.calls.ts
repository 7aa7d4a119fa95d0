import { app } from 'electron'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'

export function appCalls(): Handlers<AppContract['app']> {
  return {
    info: () => ({ ok: true, value: { version: app.getVersion(), practiceOnly: false } }),
  }
}
