import type { ColumnMatch } from '#core/model/mapping.ts'
import { formatTarget } from '#core/model/mapping.ts'
import type { LevelHint } from './header-candidates.ts'

const customerName = 'customer.customerName'

/**
 * A whole name beside first and last name. In a file without a customer's name (Xero's "ContactName") the whole name is the
 * customer's; otherwise it makes the two halves superfluous, and they become questions.
 */
export function settleWholeNames(matches: readonly ColumnMatch[], hint: LevelHint): readonly ColumnMatch[] {
  const holds = (field: string): boolean => matches.some(({ accepted, target }) => accepted && target?.field === field && target.part === undefined)
  const halves = matches.filter(({ accepted, target }) => accepted && target?.part !== undefined)
  const bothHalves = halves.some(({ target }) => target?.part === 'first') && halves.some(({ target }) => target?.part === 'last')
  if (bothHalves && !holds(customerName) && hint !== 'contact' && hint !== 'site') return matches.map((match) => (isWholeName(match) ? asCustomerName(match) : match))
  return matches.map((match) => {
    if (!match.accepted || match.target?.part === undefined) return match
    const { part: _, ...whole } = match.target
    const holder = matches.find(({ accepted, target }) => accepted && target !== null && formatTarget(target) === formatTarget(whole))
    return holder === undefined ? match : { ...match, accepted: false, reason: `The column "${holder.header}" holds the whole name already. Choose one.` }
  })
}

function isWholeName({ accepted, target }: ColumnMatch): boolean {
  return accepted && target?.field === 'siteContact.contactName' && target.part === undefined && (target.index ?? 1) === 1
}

function asCustomerName(match: ColumnMatch): ColumnMatch {
  return { ...match, target: { field: customerName }, confidence: 0.75, reason: 'First and last name have columns of their own and no column is called Customer name, so this is taken as Customer name.' }
}
