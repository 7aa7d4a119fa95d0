import type { Reference } from '#core/model/reference.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { Api } from '#core/ports.ts'
import { createPacer, defaultSettings, practiceSettings, readReference, type Pacer, type PostSettings } from '#core/stages/post/index.ts'
import { systemClock as clock } from '#node/clock.ts'
import { connect } from '#node/http/connect.ts'
import type { Network } from '#node/http/dialler.ts'
import { setDifficult } from '#node/practice-server.ts'
import type { ReferenceCache } from '#node/reference-cache/open-cache.ts'

/** A server somebody signed in to, with its reference lists. The password lives in `api` alone, in memory. */
export interface Target {
  readonly kind: 'practice' | 'live'
  readonly label: string
  /** The practice server makes trouble by itself, as a bad day would. */
  readonly difficult: boolean
  readonly api: Api
  readonly pacer: Pacer
  /** As of `readAt`; `refreshTarget` replaces both. */
  lists: Reference['lists']
  /** UTC, ISO 8601. */
  readAt: string
  readonly settings: PostSettings
}

export type TargetChoice =
  | { readonly kind: 'practice'; readonly url: string; readonly difficult: boolean }
  | { readonly kind: 'live'; readonly baseUrl: string; readonly brand: string; readonly username: string; readonly password: string }

/** The practice server's only user; the same words stand in its own documentation. */
const practiceLogin = { brand: 'practice', username: 'operator', password: 'practice' }

/** Reads are many and small: they may go faster than creates, one after the other all the same. */
const readingPace = { requestsPerSecond: 50, lanes: 4 }

/** Signs in and reads the reference lists; writes nothing there. With a cache the lists are kept for when no server is at hand. */
export async function connectTarget(choice: TargetChoice, cache: ReferenceCache | null = null, network: Network = {}): Promise<Result<Target>> {
  const difficult = choice.kind === 'practice' && choice.difficult
  if (choice.kind === 'practice' && !(await setDifficult(choice.url, difficult))) return fail('server-unusable', 'The practice server does not answer. Start the program again.')
  const login = choice.kind === 'practice' ? { baseUrl: choice.url, ...practiceLogin } : choice
  const api = await connect({ baseUrl: login.baseUrl, brand: login.brand, username: login.username, password: login.password, network })
  if (!api.ok) return api
  const pacer = createPacer({ clock, pace: readingPace })
  const lists = await readReference({ api: api.value, clock, random: Math.random, pacer })
  if (!lists.ok) {
    api.value.close()
    return lists
  }
  const target: Target = {
    kind: choice.kind, difficult, api: api.value, pacer, lists: lists.value, readAt: new Date().toISOString(),
    label: choice.kind === 'practice' ? 'Practice server' : api.value.baseUrl,
    settings: isTestServer(api.value.baseUrl) ? practiceSettings : defaultSettings,
  }
  await keepLists(target, cache)
  return ok(target)
}

/** Reads the reference lists anew, as when somebody has added a billing cycle meanwhile. A failure leaves the old ones. */
export async function refreshTarget(target: Target, cache: ReferenceCache | null = null): Promise<Result<null>> {
  const lists = await readReference({ api: target.api, clock, random: Math.random, pacer: target.pacer })
  if (!lists.ok) return lists
  target.lists = lists.value
  target.readAt = new Date().toISOString()
  await keepLists(target, cache)
  return ok(null)
}

/** The practice server is always at hand, under another address each time. A cache that cannot be written is no reason to stop. */
async function keepLists({ kind, api, lists, readAt }: Target, cache: ReferenceCache | null): Promise<void> {
  if (kind === 'live') await cache?.write({ baseUrl: api.baseUrl, brand: api.brand, readAt, lists })
}

/**
 * Plain http is only ever allowed to this machine, and no billing server speaks it: a practice server, whose late requests are ours
 * to know. Everything else gets the long settle window.
 */
function isTestServer(baseUrl: string): boolean {
  return baseUrl.startsWith('http://')
}

export function notConnected(): ReturnType<typeof fail> {
  return fail('bad-usage', 'No server is chosen yet. Connect to the practice server or to your Elevate server first.')
}
