import { app } from 'electron'
import { ok } from '#core/model/result.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import { applyColours } from '../settings/apply-settings.ts'
import type { SettingsStore } from '../settings/settings-file.ts'

export function appCalls(settings: SettingsStore): Handlers<AppContract['app']> {
  return {
    info: () => ok({ version: app.getVersion(), practiceOnly: false }),
    settings: () => ok(settings.now()),
    change: ({ colours, contrast, tour }) => {
      const before = settings.now()
      const now = settings.change({ colours: colours ?? before.colours, contrast: contrast ?? before.contrast, tour: tour ?? before.tour })
      applyColours(settings)
      return ok(now)
    },
  }
}
