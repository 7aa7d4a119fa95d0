// The server: tokens, troubles and the true ledger. It outlives every process that speaks to it.
import type { CreateRequest, CustomerSeen, ReadOutcome } from '#core/ports.ts'
import type { Login } from '#node/http/token.ts'
import { type Answer, answer, broken, page, words } from './answers.ts'
import type { Climate, Spell } from './climate.ts'
import { drawFate, fates, sceneOf } from './fates.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { asFrozen } from './plan.ts'
import type { Met } from './met.ts'
import { createQuestions, type Questions } from './questions.ts'
import type { Chance } from './seeded.ts'
import type { Timeline } from './timeline.ts'
import type { SentRecord, Watch } from './watch.ts'

export type ServerRead<Value> = Exclude<ReadOutcome<Value>, { readonly kind: 'unauthorised' }> | 'unauthorised'

export interface Server extends Questions {
  readonly ledger: Ledger
  readonly met: Met
  /** One way. */
  latencyMs(): number
  isReachable(): boolean
  logIn(): Login
  /** All tokens given so far are worth nothing any more. */
  revokeTokens(): void
  read<Value>(token: string, make: () => Value | null): ServerRead<Value>
  noteSent(request: CreateRequest, run: string, hasIntent: (step: string) => boolean): SentRecord
  receive(arrived: { readonly request: CreateRequest; readonly token: string; readonly sentAt: number }, reply: (said: Answer, afterMs: number) => void): void
}

export interface ServerInit {
  readonly timeline: Timeline
  readonly climate: Climate
  readonly chance: Chance
  readonly watch: Watch
  readonly tell: (line: () => string) => void
}

export function createServer(init: ServerInit): Server {
  const { timeline, climate, chance, watch, tell } = init
  const ledger = createLedger(init)
  const questions = createQuestions({ ...init, ledger })
  let tokens = new Map<string, number>()
  let lastToken = 0
  const isCalm = (): boolean => timeline.now() >= climate.calmAt
  const spell = (): Spell['kind'] | null => (isCalm() ? null : climate.spells.find(({ from, until }) => timeline.now() >= from && timeline.now() < until)?.kind ?? null)
  const misfortune = (probability: number): boolean => !isCalm() && chance.hits(probability)
  const isValid = (token: string): boolean => (tokens.get(token) ?? 0) > timeline.now()
  const look = lookAtLooks(init, ledger)
  const trouble = (): Exclude<ServerRead<never>, 'unauthorised'> => chance.pick<Exclude<ServerRead<never>, 'unauthorised'>>([
    { kind: 'throttled', afterMs: chance.pick([null, 2_000, 30_000]) }, { kind: 'unclear', reason: '500', afterMs: null }, { kind: 'unclear', reason: '503', afterMs: chance.pick([null, 10_000]) },
    { kind: 'unreachable', reason: 'no connection' },
  ])
  return {
    ...questions, ledger, met: watch.met,
    latencyMs: () => chance.whole(5, 40),
    isReachable: () => spell() !== 'unreachable' && !misfortune(climate.faults.dial),
    logIn() {
      const now = spell()
      if (now === 'unreachable') return { kind: 'unreachable', reason: 'no route' }
      if (now === 'portal') return { kind: 'wrong-address', reason: 'a web page answers there' }
      if (now === 'overloaded' || misfortune(climate.faults.login)) return chance.pick<Login>([{ kind: 'unclear', reason: '500', afterMs: null }, { kind: 'throttled', afterMs: chance.pick([null, 3_000]) }])
      const token = `t${(lastToken += 1)}`
      tokens.set(token, timeline.now() + (isCalm() ? 900_000 : climate.tokenLifeMs))
      return { kind: 'token', token }
    },
    revokeTokens: () => void (tokens = new Map()),
    customers(query, asked) {
      const found = questions.customers(query, asked)
      if (asked.number === 1) look.customers(query.accountNumbers, found)
      return found
    },
    sites(query, asked) {
      const found = questions.sites(query, asked)
      if (asked.number === 1 && query.customerId !== undefined) look.sites(query.customerId, found.map(({ reference }) => reference))
      return found
    },
    read(token, make) {
      const now = spell()
      if (now === 'unreachable') return { kind: 'unreachable', reason: 'no route' }
      if (now === 'portal') return { kind: 'unusable', reason: 'a web page' }
      if (now === 'overloaded') return { kind: 'throttled', afterMs: chance.pick([null, 5_000]) }
      if (misfortune(climate.faults.read)) return trouble()
      if (!isValid(token)) return 'unauthorised'
      const value = make()
      return value === null ? { kind: 'refused', status: 'missing', reason: 'not found' } : { kind: 'answer', value }
    },
    noteSent(request, run, hasIntent) {
      const steps = stepsOf(request, ledger)
      const sent: SentRecord = { steps, run, at: timeline.now(), heardAt: null, hadIntent: hasIntent(steps[0] ?? ''), bodyHash: asFrozen(request.path, request.body), told: 'open' }
      watch.sent.push(sent)
      return sent
    },
    receive({ request, token, sentAt }, reply) {
      const answerWith = (name: string): void => {
        tell(() => `    server: ${stepOf(request, ledger)}: ${name}`)
        const { said, afterMs } = fates[name]!(sceneOf({ ...init, request, ledger }, sentAt))
        if (said !== null) reply(said, afterMs)
      }
      const now = spell()
      if (now === 'unreachable') return reply(broken, 0)
      if (now === 'portal') return reply(chance.pick([page(200), answer(302, '')]), 0)
      if (now === 'overloaded') return answerWith(chance.pick(['429', '503']))
      if (!isValid(token)) return reply(words(401, 'token'), 0)
      const no = refusal(climate, request, ledger)
      if (no !== null) return reply(no, 0)
      answerWith(misfortune(climate.faults.create) ? drawFate(chance) : 'well')
    },
  }
}

/** Refused for good, or because the key is there and the server allows each only once. */
function refusal({ refused, isUnique }: Climate, request: CreateRequest, ledger: Ledger): Answer | null {
  const step = stepOf(request, ledger)
  if (refused.customers.some((each) => step === `customer:${each}`)) return words(400, 'customerName is not good enough')
  if (refused.sites.some((each) => step === `site:${each}`)) return words(400, 'siteName is not good enough')
  const { expect } = request
  if (!isUnique) return null
  const { customers } = ledger
  const isThere = expect.kind === 'customer' ? customers.some(({ customer, contractOwnerId }) => customer === expect.key.customer && contractOwnerId === expect.key.contractOwnerId)
    : customers.some(({ id, sites }) => id === expect.customerId && sites.some(({ reference }) => reference === expect.reference))
  return isThere ? words(409, 'already there') : null
}

function stepOf({ expect }: CreateRequest, ledger: Ledger): string {
  return expect.kind === 'site' ? `site:${ledger.sentAs(expect.customerId)}/${expect.reference}` : `customer:${expect.key.customer}`
}

/** With those of the sites inside the first body. */
function stepsOf(request: CreateRequest, ledger: Ledger): readonly string[] {
  const own = stepOf(request, ledger)
  const { expect, body } = request
  return expect.kind === 'site' ? [own] : [own, ...[...body.matchAll(/"siteReference":"([^"]*)"/g)].map(([, reference = '']) => `site:${expect.key.customer}/${reference}`)]
}

/** Which steps a read shows to be absent. */
function lookAtLooks({ watch, climate, timeline }: ServerInit, ledger: Ledger): {
  customers(asked: readonly string[] | undefined, found: readonly CustomerSeen[]): void
  sites(customerId: string, found: readonly (string | null)[]): void
} {
  // The same customer may be in two runs.
  const wanted = [...new Set(climate.runs.flat())].map(({ customer, nested, dependent }) => {
    const sites = [...nested, ...dependent.map(([reference]) => reference)].map((reference) => ({ reference, step: `site:${customer}/${reference}` }))
    return { customer, sites, steps: [`customer:${customer}`, ...sites.slice(0, nested.length).map(({ step }) => step)] }
  })
  const note = (step: string): void => void watch.looks.push({ at: timeline.now(), step })
  return {
    customers(asked, found) {
      for (const { customer, steps } of wanted) {
        if ((asked === undefined || asked.includes(customer)) && !found.some((each) => each.customer === customer)) steps.forEach(note)
      }
    },
    sites(customerId, found) {
      const owner = ledger.sentAs(customerId)
      for (const { step, reference } of wanted.find(({ customer }) => customer === owner)?.sites ?? []) if (!found.includes(reference)) note(step)
    },
  }
}
