// A whole import, seen from outside, before the judge: what the server's ledger holds, what the receipts say and what the report says.
import type { UnitReceipt } from '#core/model/receipt.ts'
import type { ReportDocument } from '#core/stages/report/index.ts'
import type { Wanted } from '../wire/support/plan.ts'
import type { Ledger } from '../wire/support/run.ts'
import type { Assumption, Evidence, Violation } from './evidence.ts'
import { evidenceOf } from './from-ledger.ts'
import { judge } from './judge.ts'

export interface ImportSeen {
  readonly receipts: readonly UnitReceipt[]
  readonly report: ReportDocument | null
  readonly isFinished: boolean
  readonly ledger: Ledger
}

export interface ImportWanted {
  /** In the order of the file, one row each from row 2 on. */
  readonly units: Iterable<Wanted>
  /** Of all kinds. */
  readonly rowsInFile: number
  readonly settleMs: number
  readonly broken?: readonly Assumption[]
  readonly unwritten?: ReadonlySet<string>
}

/** Sentences, one for each thing that is not as it must be. Nothing but `created` is a good end. Customer by customer, as there may be very many. */
export function judgeImport({ receipts, report, isFinished, ledger }: ImportSeen, { units, rowsInFile, settleMs, broken = [], unwritten }: ImportWanted): readonly string[] {
  const receiptsOf = groupBy(receipts, ({ customer }) => customer)
  const heldOf = groupBy(ledger.customers, ({ customerAccountNumber }) => customerAccountNumber)
  const requestsOf = groupBy(ledger.requests, accountOf)
  const ofNobody = requestsOf.get(null) ?? []
  const lines = reportLines(report)
  const lineOf = new Map(lines.map((line) => [line.row, line]))
  const violations: Violation[] = []
  let row = 1
  for (const unit of units) {
    row += 1
    const { customer } = unit
    const evidence = evidenceOf({
      unit, receipts: receiptsOf.get(customer) ?? [], settleMs, broken, mayEnd: [], rows: [row], isFinished, ...(unwritten === undefined ? {} : { unwritten }),
      ledger: { ...ledger, customers: heldOf.get(customer) ?? [], requests: inOrder(requestsOf.get(customer) ?? [], ofNobody) },
    })
    const line = lineOf.get(row)
    violations.push(...judge({ ...evidence, report: { rowsInFile: 1, lines: line === undefined ? [] : [line] } }))
    receiptsOf.delete(customer)
  }
  violations.push(...judge({ ...nothing, isFinished, receipts: [...receiptsOf.values()].flat().map((receipt) => ({ ...receipt, run: 'only', before: [] })), report: { rowsInFile, lines } }))
  return [...new Set(violations.map(({ invariant, what }) => `${invariant}: ${what}`))]
}

const nothing: Omit<Evidence, 'receipts' | 'isFinished'> = { wanted: [], held: [], sent: [], settleMs: 0, broken: new Set() }

/** Null: about no customer, or about several. */
function accountOf({ keys }: Ledger['requests'][number]): string | null {
  const [account] = keys as readonly string[]
  return account === undefined || account.startsWith('in:') ? null : account
}

function inOrder(own: Ledger['requests'], others: Ledger['requests']): Ledger['requests'] {
  // What nobody asks twice for needs no looks: a large import has very many of them.
  return own.filter(({ method }) => method === 'POST').length < 2 ? own : [...own, ...others]
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

function reportLines(report: ReportDocument | null): NonNullable<Evidence['report']>['lines'] {
  const rows = report === null ? [] : [...report.customers.flatMap((customer) => customer.rows), ...report.otherRows]
  return rows.map(({ row, state }) => ({ row, bucket: state }))
}
