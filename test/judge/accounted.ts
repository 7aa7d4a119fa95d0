import { MAX_SENT } from '#core/stages/post/unit-state.ts'
import type { Evidence, ReceiptSeen, Violation, WantedUnit } from './evidence.ts'

/** I3: every customer has one receipt, every row one line; and nobody is given up for less than a good reason. */
export function judgeAccounts(evidence: Evidence): readonly Violation[] {
  if (!evidence.isFinished) return []
  const lost = evidence.wanted.flatMap((unit) => {
    const own = evidence.receipts.filter(({ run, customer }) => run === unit.run && customer === unit.customer)
    const [receipt] = own
    if (receipt === undefined || own.length > 1) return [`customer ${unit.customer} of run ${unit.run} has ${own.length} receipts`]
    return isExcused(evidence, unit, receipt) ? [] : [`customer ${unit.customer} ended as ${receipt.outcome}, and nothing stood in its way`]
  })
  const strangers = evidence.receipts.filter(({ run, customer }) => !evidence.wanted.some((unit) => unit.run === run && unit.customer === customer))
  return [...lost, ...strangers.map(({ customer }) => `there is a receipt for ${customer}, which nobody wanted`), ...judgeRows(evidence)].map((what) => ({ invariant: 'I3', what }))
}

/** `unknown` is honest after as many requests as are allowed, none with a clear answer, for the customer or one of its sites. */
function isExcused({ sent, broken }: Evidence, { customer, mayEnd }: WantedUnit, { outcome }: ReceiptSeen): boolean {
  if (outcome === 'created' || mayEnd.includes(outcome) || (broken.size > 0 && provoked.has(outcome))) return true
  if (outcome !== 'unknown') return false
  const unclear = new Map<string, number>()
  for (const { steps, told } of sent) for (const step of told === 'open' ? steps : []) unclear.set(step, (unclear.get(step) ?? 0) + 1)
  return [...unclear].some(([step, times]) => times >= MAX_SENT && (step === `customer:${customer}` || step.startsWith(`site:${customer}/`)))
}

/** Words for what comes of broken assumptions. */
const provoked: ReadonlySet<string> = new Set(['existing', 'unknown', 'duplicate'])

function judgeRows({ report }: Evidence): readonly string[] {
  if (report === undefined) return []
  const lines = new Map<number, number>()
  for (const { row } of report.lines) lines.set(row, (lines.get(row) ?? 0) + 1)
  const twice = [...lines].filter(([, times]) => times > 1).map(([row]) => `row ${row} is in the report more than once`)
  return lines.size === report.rowsInFile ? twice : [...twice, `the file has ${report.rowsInFile} rows, the report ${lines.size}`]
}
