import { homedir } from 'node:os'
import { join } from 'node:path'

interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/**
 * Where the journal and the settings live: `ONBOARDER_HOME`, or the platform's place for application data. Local disk only:
 * SQLite's locks do not hold on network shares.
 */
export function dataFolder(machine: Machine = { platform: process.platform, env: process.env, home: homedir() }): string {
  const { platform, env, home } = machine
  const chosen = env['ONBOARDER_HOME']
  if (chosen !== undefined && chosen !== '') return chosen
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Elevate Onboarder')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Elevate Onboarder')
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'elevate-onboarder')
}
