// The control plane under /sandbox: faults, ledger, settings, clock, reset. No part of the imitated API; see docs/sandbox-differences.md.
import { type Answer, ok, refuse } from './answer.ts'
import { parseFaults } from './fates/order.ts'
import { isJsonObject, type JsonObject } from './json.ts'
import { showCustomer } from './present.ts'
import { type Body, readBody } from './request.ts'
import { changeSettings, showSettings } from './settings.ts'
import type { World } from './world.ts'

export const CONTROL_PATH = '/sandbox'

export type ControlRequest = { readonly method: string; readonly url: URL; readonly bytes: Buffer }
/** The world is asked for anew after a reset. */
export type ControlTarget = { readonly world: () => World; readonly reset: () => void }

function countsOf({ db }: World): JsonObject {
  const counts = new Map<string, number>()
  for (const { customerAccountNumber } of db.customers()) counts.set(customerAccountNumber, (counts.get(customerAccountNumber) ?? 0) + 1)
  return Object.fromEntries(counts)
}

/** `from`: requests from this number on. */
function ledgerOf(world: World, { withBodies, from }: { readonly withBodies: boolean; readonly from: number }): JsonObject {
  const { ledger, db } = world
  return {
    requests: ledger.entries().slice(Math.max(0, from - 1)).map((entry) => (withBodies ? { ...entry } : { ...entry, body: null })),
    customers: db.customers().map((customer) => showCustomer(customer, db)),
    countsByAccountNumber: countsOf(world),
  }
}

function armFaults(body: Body, { faults }: World): Answer {
  if (body.kind !== 'json') return refuse(400, 'A fault, or an array of faults, is required as JSON')
  const parsed = parseFaults(body.value)
  if ('problem' in parsed) return refuse(400, parsed.problem)
  faults.arm(parsed.faults)
  return ok(faults.list())
}

function advanceClock(body: Body, { clock }: World): Answer {
  const ms = body.kind === 'json' && isJsonObject(body.value) ? body.value['advanceMs'] : undefined
  if (typeof ms !== 'number' || ms < 0) return refuse(400, 'advanceMs, a number from 0, is required')
  clock.advance(ms)
  return ok({ now: new Date(clock.nowMs()).toISOString() })
}

function change(body: Body, { settings }: World): Answer {
  const problem = body.kind === 'json' && isJsonObject(body.value) ? changeSettings(settings, body.value) : 'settings to change are required as a JSON object'
  return problem === null ? ok(showSettings(settings)) : refuse(400, problem)
}

export function control({ method, url, bytes }: ControlRequest, target: ControlTarget): Answer {
  const world = target.world()
  switch (`${method} ${url.pathname.slice(CONTROL_PATH.length)}`) {
    case 'GET /faults':
      return ok(world.faults.list())
    case 'POST /faults':
      return armFaults(readBody(bytes), world)
    case 'DELETE /faults':
      world.faults.clear()
      return ok(world.faults.list())
    case 'GET /ledger':
      return ok(ledgerOf(world, { withBodies: url.searchParams.get('bodies') !== 'false', from: Number(url.searchParams.get('from') ?? 1) }))
    case 'GET /ledger/counts':
      return ok(countsOf(world))
    case 'GET /settings':
      return ok(showSettings(world.settings))
    case 'POST /settings':
      return change(readBody(bytes), world)
    case 'POST /clock':
      return advanceClock(readBody(bytes), world)
    case 'POST /reset':
      target.reset()
      return ok({ reset: true })
    default:
      return refuse(404, `${method} ${url.pathname} is no control of the sandbox`)
  }
}
