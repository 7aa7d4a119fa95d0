// What can be changed while the server runs: `POST /sandbox/settings` with any of these members.
import type { JsonObject, JsonValue } from './json.ts'
import type { SandboxSettings } from './options.ts'

export type Changeable =
  | 'uniqueAccountNumbers' | 'uniqueSiteReferences' | 'latencyMs' | 'rateLimitPerSecond' | 'rateLimitFields' | 'retryAfterForm'
  | 'tokenLifeSeconds' | 'readsLagMs' | 'dateSkewMs' | 'lockedAfter' | 'contractOwnerId' | 'keepsBodies' | 'difficultSeed'

type Check = (value: JsonValue) => boolean
const isSwitch: Check = (value) => typeof value === 'boolean'
const isWhole = (value: JsonValue): boolean => typeof value === 'number' && Number.isInteger(value)
const from0: Check = (value) => isWhole(value) && Number(value) >= 0
const orNone: Check = (value) => value === null || from0(value)

const checks: Readonly<Record<Changeable, Check>> = {
  uniqueAccountNumbers: isSwitch,
  uniqueSiteReferences: isSwitch,
  latencyMs: from0,
  rateLimitPerSecond: from0,
  rateLimitFields: isSwitch,
  retryAfterForm: (value) => value === 'seconds' || value === 'http-date',
  tokenLifeSeconds: from0,
  readsLagMs: from0,
  dateSkewMs: isWhole,
  lockedAfter: from0,
  contractOwnerId: orNone,
  keepsBodies: isSwitch,
  difficultSeed: orNone,
}

export const showSettings = (settings: SandboxSettings): JsonObject => Object.fromEntries(Object.keys(checks).map((name) => [name, settings[name as Changeable]]))

/** Changes all of them or, where one is wrong, none: then it answers what is wrong. */
export function changeSettings(settings: SandboxSettings, changes: JsonObject): string | null {
  for (const [name, value] of Object.entries(changes)) {
    const check = Object.hasOwn(checks, name) ? checks[name as Changeable] : undefined
    if (check === undefined) return `'${name}' is no setting that can be changed`
    if (value === undefined || !check(value)) return `${name}: is not possible`
  }
  Object.assign(settings, changes)
  return null
}
