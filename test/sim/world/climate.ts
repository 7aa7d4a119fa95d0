// What kind of world a seed stands for. Most are hostile in several ways at once, some are nearly well, some break an assumption.
import type { Assumption } from '../../judge/evidence.ts'
import { drawWanted, type Wanted } from './plan.ts'
import type { Chance } from './seeded.ts'

/** The settle window of real servers (settings.ts); virtual time costs nothing. */
export const SETTLE_MS = 120_000
const MINUTE = 60_000

/** How the server understands a question for one account number. */
export type Filter = 'exact' | 'ignored' | 'prefix' | 'folds-case' | 'misses'
/** Said 201 and did something else. */
export type Lie = 'none' | 'stores-nothing' | 'other-key' | 'other-name' | 'twice'

export interface Spell {
  readonly kind: 'unreachable' | 'portal' | 'overloaded'
  readonly from: number
  readonly until: number
}

export interface Climate {
  readonly runs: readonly (readonly Wanted[])[]
  readonly pace: { readonly requestsPerSecond: number; readonly lanes: number }
  readonly broken: ReadonlySet<Assumption>
  /** No fault begins after it. */
  readonly calmAt: number
  /** Chances of a fault by request. */
  readonly faults: { readonly create: number; readonly read: number; readonly login: number; readonly dial: number }
  /** A request that nobody waits for any more is applied so much later, at most. */
  readonly lateMs: number
  /** Reads show what is older than this at the latest, and sometimes what is younger. */
  readonly lagMs: number
  readonly spells: readonly Spell[]
  readonly filter: Filter
  readonly lie: { readonly kind: Lie; readonly fromCreate: number }
  /** Rows of a page at most, whatever was asked for. */
  readonly pageMost: number
  readonly isUnique: boolean
  readonly tokenLifeMs: number
  readonly there: { readonly strangers: number; readonly existing: readonly string[]; readonly doubled: readonly string[]; readonly nearly: readonly string[] }
  readonly refused: { readonly customers: readonly string[]; readonly sites: readonly string[] }
  readonly deaths: { readonly most: number; readonly atWrite: number; readonly atRequest: number; readonly atAnyMoment: number; readonly byPower: number }
  readonly disk: { readonly fullAtWrite: number | null; readonly isForEver: boolean }
  readonly operator: { readonly interferes: number; readonly sleeps: boolean }
}

export function drawClimate(chance: Chance): Climate {
  const wanted = drawWanted(chance)
  const keys = wanted.map(({ customer }) => customer)
  const isHostile = chance.hits(0.85)
  const few = (probability: number): readonly string[] => keys.filter(() => chance.hits(probability))
  const broken = new Set<Assumption>(chance.hits(0.06) ? ['late'] : chance.hits(0.06) ? ['other-writer'] : [])
  const lie: Lie = broken.size === 0 && chance.hits(0.06) ? chance.pick(['stores-nothing', 'other-key', 'other-name', 'twice']) : 'none'
  const severity = isHostile ? chance.pick([0.05, 0.15, 0.3, 0.6]) : 0
  const lagMs = chance.pick([0, 0, 300, 0.12 * SETTLE_MS])
  const sites = wanted.flatMap(({ customer, dependent }) => dependent.map(([reference]) => `${customer}/${reference}`))
  const hasSecondRun = broken.size === 0 && lie === 'none' && chance.hits(0.1)
  return {
    runs: hasSecondRun ? [wanted, wanted.filter(() => chance.hits(0.6)).concat(wanted.slice(0, 1)).filter((each, index, all) => all.indexOf(each) === index)] : [wanted],
    pace: { requestsPerSecond: chance.pick([5, 20, 50]), lanes: chance.pick([1, 2, 4, 8]) },
    broken, lagMs,
    calmAt: chance.pick([5, 15, 40]) * MINUTE,
    faults: { create: severity, read: severity * chance.pick([0, 0.2, 0.5]), login: severity * 0.3, dial: severity * 0.2 },
    lateMs: broken.has('late') ? 2.5 * SETTLE_MS : chance.pick([2_000, 0.3 * SETTLE_MS, 0.85 * SETTLE_MS]),
    spells: isHostile && chance.hits(0.2) ? Array.from({ length: chance.whole(1, 2) }, () => drawSpell(chance)) : [],
    filter: chance.hits(0.12) ? chance.pick(['ignored', 'prefix', 'prefix', 'folds-case', 'misses']) : 'exact',
    lie: { kind: lie, fromCreate: chance.pick([1, 1, 2, 3]) },
    pageMost: chance.hits(0.2) ? chance.whole(1, 3) : 1_000,
    isUnique: chance.hits(0.15),
    tokenLifeMs: chance.hits(0.15) ? chance.pick([200, 20_000]) : 15 * MINUTE,
    there: {
      strangers: chance.pick([0, 0, 1, 4]), existing: chance.hits(0.15) ? few(0.4) : [], doubled: chance.hits(0.05) ? few(0.4) : [], nearly: chance.hits(0.05) ? few(0.4) : [],
    },
    refused: { customers: chance.hits(0.08) ? few(0.4) : [], sites: chance.hits(0.08) ? sites.filter(() => chance.hits(0.5)) : [] },
    deaths: {
      most: isHostile && lie === 'none' ? chance.pick([0, 1, 3, 8]) : 0, atWrite: chance.pick([0, 0.03, 0.1, 0.3]), atRequest: chance.pick([0, 0.05, 0.2]), atAnyMoment: chance.pick([0, 0.3]),
      byPower: chance.pick([0, 0.5, 1]),
    },
    disk: { fullAtWrite: isHostile && chance.hits(0.1) ? chance.whole(1, 20) : null, isForEver: chance.hits(0.5) },
    operator: { interferes: chance.hits(0.2) ? 0.8 : 0, sleeps: chance.hits(0.08) },
  }
}

function drawSpell(chance: Chance): Spell {
  const from = chance.next() * 3 * MINUTE
  return { kind: chance.pick(['unreachable', 'portal', 'overloaded']), from, until: from + chance.pick([2_000, 30_000, 3 * MINUTE]) }
}
