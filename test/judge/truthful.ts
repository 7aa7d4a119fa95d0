import type { UnitOutcome } from '#core/model/receipt.ts'
import type { Evidence, HeldCustomer, HeldSite, ReceiptSeen, Violation, WantedUnit } from './evidence.ts'
import { heldFor } from './once.ts'

/** I2 and I8: what a receipt says is what the server holds. I9: once written it changes only to a worse word, by the last look. */
export function judgeReceipts(evidence: Evidence): readonly Violation[] {
  return evidence.receipts.flatMap((receipt) => {
    const unit = evidence.wanted.find(({ run, customer }) => run === receipt.run && customer === receipt.customer)
    if (unit === undefined) return []
    return [...judgeHistory(receipt), ...judgeWord(evidence, unit, receipt), ...judgeLines(evidence, unit, receipt)]
  })
}

function judgeHistory({ customer, outcome, before }: ReceiptSeen): readonly Violation[] {
  const words = [...before, outcome]
  const bad = words.slice(1).find((word, index) => words[index] !== word && word !== 'duplicate' && word !== 'unknown')
  return bad === undefined ? [] : [{ invariant: 'I9', what: `customer ${customer} was ${words.join(', then ')}` }]
}

/** A row of a customer that was sent says what its customer's receipt says. */
function judgeLines({ report }: Evidence, { customer, rows }: WantedUnit, { outcome }: ReceiptSeen): readonly Violation[] {
  const lines = report?.lines.filter(({ row, bucket }) => rows.includes(row) && bucket !== outcome) ?? []
  return lines.map(({ row, bucket }) => ({ invariant: 'I8', what: `row ${row} of customer ${customer} is reported as ${bucket}, and its receipt says ${outcome}` }))
}

function judgeWord(evidence: Evidence, unit: WantedUnit, receipt: ReceiptSeen): readonly Violation[] {
  const there = heldFor(evidence, unit)
  const lie = (truth: string): Violation => ({ invariant: 'I8', what: `customer ${unit.customer} is called ${receipt.outcome}, and ${truth}` })
  switch (receipt.outcome) {
    case 'created': {
      const own = there.find(({ id }) => id === receipt.customerId)
      if (there.length === 0) return [{ invariant: 'I2', what: `customer ${unit.customer} is called created, and is not there` }]
      if (own === undefined) return [lie('its id leads elsewhere')]
      if (own.by === 'another' && evidence.broken.size === 0) return [lie('somebody else created it')]
      // Where its sites are invoiced is then the other's business.
      return judgeSites(own.by === 'us' ? unit : { ...unit, sites: unit.sites.map((site) => ({ ...site, receivingSite: null })) }, receipt, own).map(lie)
    }
    case 'existing':
      if (there.length === 0) return [{ invariant: 'I2', what: `customer ${unit.customer} is called existing, and is not there` }]
      if (there.every(({ by }) => by === 'us') && !evidence.wanted.some(({ run, customer }) => run !== unit.run && customer === unit.customer)) return [lie('we created it')]
      return []
    case 'rejected': case 'not-sent':
      return there.some((each) => each.by === 'us' && couldBeSeen(evidence, each)) && !createdElsewhere(evidence, unit) ? [lie('is there')] : []
    case 'incomplete':
      if (there.length === 0) return [lie('is not there')]
      // What one run could not do, another one with the same customer may have done after it.
      return there.some((customer) => isComplete(evidence, unit, customer)) && !createdElsewhere(evidence, unit) ? [lie('has all its sites')] : []
    case 'duplicate': return there.length > 1 || there.some(hasDoubleSite) || evidence.broken.size > 0 || hasTwin(evidence, unit, there) ? [] : [lie('is there once')]
    case 'unknown': return []
    default: return receipt.outcome satisfies never
  }
}

/** Sites that the receipt names must be those of this customer, all of them there and invoiced where the plan says. */
function judgeSites(unit: WantedUnit, { siteIds }: ReceiptSeen, { sites }: HeldCustomer): readonly string[] {
  return unit.sites.flatMap(({ reference, receivingSite }) => {
    const site = sites.find(({ id }) => id === siteIds[reference])
    if (!sites.some((each) => each.reference === reference)) return [`site ${reference} is not there`]
    if (site?.reference !== reference) return [`the id of site ${reference} leads elsewhere`]
    if (receivingSite === null) return []
    const receiver = sites.find(({ id }) => id === site.receivingId)
    return receiver?.reference === receivingSite ? [] : [`site ${reference} is invoiced at ${receiver?.reference ?? 'no site of its customer'}`]
  })
}

function isComplete(evidence: Evidence, unit: WantedUnit, { sites }: HeldCustomer): boolean {
  return unit.sites.every(({ reference }) => sites.some((site) => site.reference === reference && couldBeSeen(evidence, site)))
}

function hasDoubleSite({ sites }: HeldCustomer): boolean {
  return new Set(sites.map(({ reference }) => reference)).size < sites.length
}

/** Stored a second time under nearly this key. */
function hasTwin({ held }: Evidence, { customer, contractOwnerId }: WantedUnit, there: readonly HeldCustomer[]): boolean {
  const plain = (key: string): string => key.trim().toLowerCase()
  return held.some((each) => !there.includes(each) && each.contractOwnerId === contractOwnerId && plain(each.customer) === plain(customer))
}

/** What arrives later than the guarantee allows, behind the last look, is in no report. */
function couldBeSeen({ broken, auditedAt }: Evidence, { visibleFrom }: HeldCustomer | HeldSite): boolean {
  return broken.size === 0 || visibleFrom < (auditedAt ?? 0)
}

function createdElsewhere({ receipts }: Evidence, unit: WantedUnit): boolean {
  const ends: readonly UnitOutcome[] = ['created', 'incomplete', 'unknown', 'duplicate']
  return receipts.some(({ run, customer, outcome }) => run !== unit.run && customer === unit.customer && ends.includes(outcome))
}
