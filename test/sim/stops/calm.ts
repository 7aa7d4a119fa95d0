// A world in which nothing goes wrong by itself, so that one thing can go wrong by hand.
import { executeRun, type PostEnd, type PostProgress, type PostSettings } from '#core/stages/post/index.ts'
import type { Api, CreateRequest, SendOutcome } from '#core/ports.ts'
import type { RunLog } from '#core/ports-journal.ts'
import type { Climate } from '../world/climate.ts'
import { createDisk, openLog, type RunRecord } from '../world/journal.ts'
import { planUnit, type Wanted } from '../world/plan.ts'
import { seeded } from '../world/seeded.ts'
import { createServer, type Server } from '../world/server.ts'
import { createTimeline, type Process } from '../world/timeline.ts'
import { createWatch, type Watch } from '../world/watch.ts'
import { createWire } from '../world/wire.ts'

export interface Altered {
  readonly api?: (api: Api) => Partial<Api>
  readonly log?: (log: RunLog) => Partial<RunLog>
  /** Instead of what the server would answer. */
  readonly send?: (request: CreateRequest, send: () => Promise<SendOutcome>) => Promise<SendOutcome>
}

export interface Ended {
  readonly end: PostEnd
  readonly server: Server
  /** Every request for something new. */
  readonly sent: Watch['sent']
  readonly run: RunRecord
  /** When it tried to open a connection for something new. */
  readonly opened: readonly number[]
  /** All that was told, and when. */
  readonly told: readonly { readonly at: number; readonly progress: PostProgress }[]
}

const settings: PostSettings = { settleMs: 2_000, networkPatienceMs: 60_000, troublePatienceMs: 600_000 }

const customers: readonly Wanted[] = Array.from({ length: 30 }, (_, index) => ({ customer: `C${index}`, contractOwnerId: '1', nested: ['HQ'], dependent: [] }))

const climate: Climate = {
  runs: [customers], pace: { requestsPerSecond: 50, lanes: 4 }, broken: new Set(), calmAt: 0, faults: { create: 0, read: 0, login: 0, dial: 0 }, lateMs: 0, lagMs: 0, spells: [],
  filter: 'exact', lie: { kind: 'none', fromCreate: 1 }, pageMost: 1_000, isUnique: false, tokenLifeMs: 900_000, there: { strangers: 0, existing: [], doubled: [], nearly: [] },
  refused: { customers: [], sites: [] }, deaths: { most: 0, atWrite: 0, atRequest: 0, atAnyMoment: 0, byPower: 0 }, disk: { fullAtWrite: null, isForEver: false }, operator: { interferes: 0, sleeps: false },
}

/** One run of thirty customers by one process, to its end or its stop. */
export async function playCalm({ api, log, send }: Altered): Promise<Ended> {
  const chance = seeded(7)
  const timeline = createTimeline()
  const watch = createWatch()
  const tell = (): void => undefined
  const server = createServer({ timeline, climate, chance, watch, tell })
  const disk = createDisk([customers.map((each, index) => planUnit(each, index + 2))], climate.pace)
  const run = disk.runs[0]!
  const process: Process = { alive: true, bornAt: 0, asleep: null, stoodStillMs: 0 }
  const clock = timeline.clockOf(process)
  const memory = openLog({ disk, run, process, clock, fate: { tell, mayDie: () => false, isFull: () => false, isSynced: () => true, onAudit: () => undefined } })
  const plain = createWire({ server, process, timeline, clock, tell, run: run.id, record: watch.of(process), hasIntent: () => true, mayDie: () => null })
  const open: Api['open'] = async () => {
    const given = await plain.open()
    if (given.kind !== 'open' || send === undefined) return given
    return { kind: 'open', line: { ...given.line, send: (request) => send(request, () => given.line.send(request)) } }
  }
  let end: PostEnd | null = null
  const opened: number[] = []
  const told: { at: number; progress: PostProgress }[] = []
  const { done } = executeRun({
    api: counted({ ...plain, open, ...api?.(plain) }, () => void opened.push(timeline.now())), log: { ...memory, ...log?.(memory) }, clock, random: chance.next, settings, onProgress: (progress) => void told.push({ at: timeline.now(), progress }),
    newHash: () => ({ update: () => undefined, digestHex: () => '' }),
  })
  void done.then((ended) => {
    end = ended
  })
  await timeline.runUntil(() => end !== null)
  if (end === null) throw new Error('it never ended')
  return { end, server, sent: watch.sent, run, opened, told }
}

function counted(api: Api, onOpen: () => void): Api {
  return {
    ...api,
    open() {
      onOpen()
      return api.open()
    },
  }
}
