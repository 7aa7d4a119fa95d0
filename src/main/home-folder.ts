import { app } from 'electron'
import { join } from 'node:path'
import { dataFolder } from '#node/paths.ts'

/** Where runs are kept (shared with the command line) and where the window keeps its own state. */
export function homeFolder(): { readonly data: string; readonly window: string } {
  const data = dataFolder()
  // A folder of its own, so that Chromium's files never lie beside the journal.
  return { data, window: process.env['ONBOARDER_HOME'] === undefined ? app.getPath('userData') : join(data, 'window') }
}
