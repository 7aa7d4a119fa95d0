import type { UnitReceipt } from '#core/model/receipt.ts'
import type { Plan } from '#core/model/plan.ts'
import { executeRun, type PostSettings } from '#core/stages/post/index.ts'
import { plan } from '../support/plan.ts'
import { createDisk, createMemoryLog, Died } from './memory-log.ts'
import { seededRandom } from './seeded.ts'
import { createServer, type Hazards, type Ledger } from './server.ts'
import { createTimeline, type Process } from './timeline.ts'

export interface Schedule {
  readonly seed: number
  readonly hazards: Hazards
  readonly settings: PostSettings
  /** Chance of death at each journal write. */
  readonly deaths: number
}

export interface Judged {
  readonly plan: Plan
  readonly ledger: Ledger
  readonly receipts: readonly (UnitReceipt | null)[]
  readonly finished: boolean
  readonly deaths: number
  /** What is not as it must be; empty when all is well. */
  readonly wrongs: readonly string[]
}

const MOST_DEATHS = 6
const MOST_STARTS = 40

const noHash = () => ({ update: () => undefined, digestHex: () => 'hash' })

/** One run to its end through faults and deaths, from one seed: begun again after each death and each stop. */
export async function playSchedule({ seed, hazards, settings, deaths }: Schedule): Promise<Judged> {
  const random = seededRandom(seed)
  const wanted = plan(Array.from({ length: 4 + Math.floor(random() * 5) }, (_, index) => ({
    customer: `C${index}`, own: ['A', 'B'].slice(0, 1 + Math.floor(random() * 2)), dependent: random() < 0.5 ? [['X', 'A'], ['Y', 'A']] as const : [],
  })))
  const disk = createDisk(wanted)
  const timeline = createTimeline()
  const server = createServer({ timeline, random, hazards, disk })
  let died = 0
  for (let starts = 0; !disk.finished && starts < MOST_STARTS; starts += 1) {
    const process: Process = { alive: true }
    const mayDie = (): boolean => died < MOST_DEATHS && random() < deaths
    let ended = false
    const execution = executeRun({
      log: createMemoryLog(disk, process, mayDie), api: server.apiFor(process), clock: timeline.clockOf(process), random, newHash: noHash, settings, onProgress: () => undefined,
    })
    execution.done.then(() => {
      ended = true
    }, (error: unknown) => {
      ended = true
      if (!(error instanceof Died)) throw error
    }).catch((error: unknown) => {
      process.alive = false
      setImmediate(() => {
        throw error
      })
    })
    await timeline.runUntil(() => ended || !process.alive)
    if (!process.alive) died += 1
    process.alive = false
  }
  // What nobody waits for any more still happens.
  await timeline.runUntil(() => false)
  const receipts = disk.units.map(({ receipt }) => receipt)
  return { plan: wanted, ledger: server.ledger, receipts, finished: disk.finished, deaths: died, wrongs: judge({ plan: wanted, ledger: server.ledger, receipts, settleMs: settings.settleMs }) }
}

function judge({ plan: wanted, ledger, receipts, settleMs }: { readonly plan: Plan; readonly ledger: Ledger; readonly receipts: readonly (UnitReceipt | null)[]; readonly settleMs: number }): readonly string[] {
  const wrongs: string[] = []
  for (const [ordinal, unit] of wanted.units.entries()) {
    const there = ledger.customers.filter(({ customer }) => customer === unit.customer)
    const receipt = receipts[ordinal]
    if (there.length > 1) wrongs.push(`${unit.customer} is there ${there.length} times`)
    const references = there[0]?.sites.map(({ reference }) => reference).toSorted() ?? []
    if (new Set(references).size < references.length) wrongs.push(`${unit.customer} has a site twice: ${references.join()}`)
    if (receipt === null || receipt === undefined) wrongs.push(`${unit.customer} has no receipt`)
    else if (receipt.outcome === 'created') {
      if (there.length === 0 || references.join() !== unit.siteReferences.toSorted().join()) wrongs.push(`${unit.customer} is called created, there are ${references.join()}`)
      if (there[0]?.id !== receipt.customerId || there[0].sites.some(({ id, reference }) => receipt.siteIds[reference] !== id)) wrongs.push(`${unit.customer}: the receipt has other ids`)
    } else if (receipt.outcome !== 'unknown') wrongs.push(`${unit.customer} ended ${receipt.outcome}: ${receipt.reason}`)
    else if (receipt.attempts < 3) wrongs.push(`${unit.customer} was given up after ${receipt.attempts} attempts: ${receipt.reason}`)
  }
  for (const [index, post] of ledger.posts.entries()) {
    if (!post.hadIntent) wrongs.push(`${post.step} was sent without an intent`)
    const before = ledger.posts.slice(0, index).findLast(({ step }) => step === post.step)
    if (before !== undefined && !before.definiteNo && post.at - before.at < settleMs) wrongs.push(`${post.step} was sent again after ${Math.round(post.at - before.at)} ms`)
  }
  return wrongs
}
