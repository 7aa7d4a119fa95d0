// What becomes of a request that creates. The names stand in traces.
import type { CreateRequest } from '#core/ports.ts'
import { type Answer, answer, broken, confirm, page, words } from './answers.ts'
import type { Climate } from './climate.ts'
import type { CustomerRecord, Ledger, SiteRecord } from './ledger.ts'
import type { Chance } from './seeded.ts'
import type { Timeline } from './timeline.ts'
import type { Watch } from './watch.ts'

/** Null: it never answers. `afterMs`: how long it takes over it. */
export interface Reply {
  readonly said: Answer | null
  readonly afterMs: number
}

interface Scene {
  readonly request: CreateRequest
  readonly chance: Chance
  readonly ledger: Ledger
  readonly nested: number
  /** Now. */
  readonly apply: (sites?: number) => CustomerRecord | SiteRecord | null
  /** When nobody waits any more. */
  readonly applyLate: () => void
  /** Applied, applied late or never: nobody can tell by the answer. */
  readonly applyPerhaps: () => void
}

const quick = (said: Answer | null): Reply => ({ said, afterMs: 0 })
const retryAfter = (chance: Chance): Readonly<Record<string, string>> => chance.pick<Readonly<Record<string, string>>>([{}, { 'retry-after': '2' }, { 'retry-after': '30' }, { 'retry-after': 'soon' }, { 'retry-after': '-5' }])

/** Nothing stored, and yet a yes: what a liar says. */
function confirmed({ request, apply, nested, ledger }: Scene, sites?: number, shown = nested): Answer {
  const record = apply(sites)
  if (record !== null) return confirm({ ...record, ...(request.expect.kind === 'customer' ? { customer: request.expect.key.customer } : {}) }, shown)
  const { expect } = request
  return expect.kind === 'customer' ? answer(201, `{"id":${ledger.nameNothing(expect.key.customer)},"customerAccountNumber":"${expect.key.customer}","contractOwnerId":${expect.key.contractOwnerId},"sites":[]}`) : words(400, 'no such customer')
}

export const fates: Readonly<Record<string, (scene: Scene) => Reply>> = {
  'well': (scene) => quick(confirmed(scene)),
  'well, slowly': (scene) => ({ said: confirmed(scene), afterMs: scene.chance.whole(1_000, 58_000) }),
  'well, sites not shown': (scene) => quick(confirmed(scene, undefined, scene.chance.whole(0, scene.nested))),
  'half of it': (scene) => {
    const sites = scene.chance.whole(0, scene.nested)
    return quick(confirmed(scene, sites, sites))
  },
  'half of it, answer lost': ({ apply, chance, nested }) => {
    apply(chance.whole(0, nested))
    return quick(broken)
  },
  'applied, answer lost': ({ apply }) => {
    apply()
    return quick(broken)
  },
  'lost': () => quick(broken),
  'never answers': ({ applyPerhaps }) => {
    applyPerhaps()
    return quick(null)
  },
  'late, connection lost': ({ applyLate }) => {
    applyLate()
    return quick(broken)
  },
  'late, gateway gives up': ({ applyLate, chance }) => {
    applyLate()
    return { said: page(chance.pick([502, 504])), afterMs: chance.whole(0, 30_000) }
  },
  '202': ({ applyLate }) => {
    applyLate()
    return quick(answer(202, ''))
  },
  '500': ({ applyPerhaps, chance }) => {
    applyPerhaps()
    return quick(chance.pick([answer(500, ''), words(500, 'oops'), words(400, 'Internal server error')]))
  },
  '503': ({ applyPerhaps, chance }) => {
    applyPerhaps()
    return quick(words(503, 'busy', retryAfter(chance)))
  },
  '408': ({ applyPerhaps }) => {
    applyPerhaps()
    return quick(answer(408, ''))
  },
  'cut 201': ({ apply }) => {
    apply()
    return quick(answer(201, '{"id":1,"customerAcc'))
  },
  '201 without a body': ({ applyPerhaps }) => {
    applyPerhaps()
    return quick(answer(201, ''))
  },
  'portal page': () => quick(page(200)),
  'redirect': () => quick(answer(302, '', { location: 'https://elsewhere.example' })),
  '404 page': () => quick(page(404)),
  '409': ({ applyPerhaps, chance }) => {
    if (chance.hits(0.5)) applyPerhaps()
    return quick(words(409, 'conflict'))
  },
  '429': ({ chance }) => quick(words(429, 'slow down', retryAfter(chance))),
  '403 page': () => quick(page(403)),
  '403': () => quick(words(403, 'not allowed')),
  'refused though right': () => quick(words(400, 'does not please me')),
  'refused and applied': ({ apply }) => {
    apply()
    return quick(words(400, 'does not please me'))
  },
  'confirms another': (scene) => {
    scene.apply()
    return quick(answer(201, '{"id":7,"customerAccountNumber":"ANOTHER","contractOwnerId":1,"siteReference":"ANOTHER","sites":[]}'))
  },
}

/** How often, against each other, where there is a fault. */
const odds: readonly (readonly [string, number])[] = [
  ['well, slowly', 2], ['well, sites not shown', 3], ['half of it', 3], ['half of it, answer lost', 3], ['applied, answer lost', 4], ['lost', 4], ['never answers', 3], ['late, connection lost', 4],
  ['late, gateway gives up', 3], ['202', 1], ['500', 4], ['503', 2], ['408', 1], ['cut 201', 2], ['201 without a body', 1], ['portal page', 0.4], ['redirect', 0.3], ['404 page', 0.3],
  ['409', 1.5], ['429', 3], ['403 page', 0.5], ['403', 0.3], ['refused though right', 0.6], ['refused and applied', 0.8], ['confirms another', 0.3],
]
const total = odds.reduce((sum, [, weight]) => sum + weight, 0)

export function drawFate(chance: Chance): string {
  let left = chance.next() * total
  for (const [name, weight] of odds) {
    left -= weight
    if (left < 0) return name
  }
  return 'lost'
}

export function sceneOf({ request, chance, ledger, climate, timeline, watch: { met } }: {
  readonly request: CreateRequest; readonly chance: Chance; readonly ledger: Ledger; readonly climate: Climate; readonly timeline: Timeline; readonly watch: Watch
}, sentAt: number): Scene {
  const apply = (sites?: number): CustomerRecord | SiteRecord | null => ledger.apply(request, sites)
  // Within the window counted from when it was sent, and what it takes to be seen.
  const applyLate = (): void => void timeline.after(Math.max(0, sentAt + chance.next() * climate.lateMs - timeline.now()), () => {
    met.lateLandings += 1
    apply()
  })
  return {
    request, chance, ledger, apply, applyLate,
    nested: request.path === '/customers' ? request.body.split('"siteReference"').length - 1 : 0,
    applyPerhaps() {
      const what = chance.next()
      if (what < 0.4) apply()
      else if (what < 0.7) applyLate()
    },
  }
}
