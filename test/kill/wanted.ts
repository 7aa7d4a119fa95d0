import type { PlanUnit } from '#core/model/plan.ts'
import { planUnit, type Wanted } from '../wire/support/plan.ts'

export const accountOf = (index: number): string => `ACC${String(index).padStart(5, '0')}`
export const depotOf = (account: string): string => `DEPOT-${account}`
export const stepOf = (account: string): string => `customer:${account}`
export const depotStepOf = (account: string): string => `site:${account}/${depotOf(account)}`

/** Every other customer has a site of its own request, so that all kinds of steps occur. */
function wantedAt(index: number): Wanted {
  const customer = accountOf(index)
  return { customer, own: ['HQ'], dependent: index % 2 === 1 ? [[depotOf(customer), 'HQ']] : [] }
}

export function* wanted(count: number): Generator<Wanted> {
  for (let index = 0; index < count; index += 1) yield wantedAt(index)
}

export function* wantedUnits(count: number, between: () => void = () => undefined): Generator<PlanUnit> {
  for (let index = 0; index < count; index += 1) {
    between()
    yield { ...planUnit(wantedAt(index)), rows: [{ table: 0, row: index + 2 }] }
  }
}

/** As a session writes it: the report is made of this and of the receipts. A blank row at the end must be accounted for too. */
export function* reportSource(count: number): Generator<string> {
  yield JSON.stringify({ version: 2, tables: [{ file: 'kill.csv', sheet: null, headers: ['Account'], fields: ['customerAccountNumber'] }] })
  for (let from = 0; from < count; from += 500) {
    const rows = Array.from({ length: Math.min(500, count - from) }, (_, at) => ({ table: 0, row: from + at + 2, cells: [accountOf(from + at)], bucket: 'ready', customer: accountOf(from + at) }))
    yield JSON.stringify({ rows })
  }
  yield JSON.stringify({ rows: [{ table: 0, row: count + 2, cells: [''], bucket: 'blank', customer: null }] })
}
