// Child of bench/run.ts: sends customers of one request each to a practice server, with the journal on disk, as an import does.
import '#node/tune-v8.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan, PlanUnit } from '#core/model/plan.ts'
import type { Result } from '#core/model/result.ts'
import { executeRun, practiceSettings } from '#core/stages/post/index.ts'
import { systemClock } from '#node/clock.ts'
import { newHash } from '#node/hash.ts'
import { connect } from '#node/http/connect.ts'
import { openJournal } from '#node/journal/open-journal.ts'

const [baseUrl = '', count = '500', perSecond = '50'] = process.argv.slice(2)

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

/** A body of the usual size, about 1.3 kB. */
function unit(number: number): PlanUnit {
  const customer = `BENCH-${String(number).padStart(6, '0')}`
  const address = { address1: '1 Chapel Lane', address2: 'Enterprise House', town: 'Leeds', county: 'West Yorkshire', postcode: 'LS92 4AB', country: 'GB' }
  const contact = {
    contactName: 'Rosalind Quayle', contactTelephoneNumber: '01632 960417', contactEmailAddress: `accounts${number}@example.com`, contactRole: 'ACCOUNTS', receiveInvoiceBy: 'EMAIL',
    receiveInvoiceSummaryBy: 'EMAIL', receiveElectronicSummaryReports: true, contactNameToAppearOnInvoice: true,
  }
  const body = {
    contractOwnerId: 1, customerType: 'BUSINESS', customerName: `Bench ${number} Ltd`, customerAccountNumber: customer, startDate: '2026-01-01', contractTerm: 24,
    contractTermStartDate: '2026-01-01', billingCycleId: 601,
    sites: [{
      customerId: 0, siteName: 'Main premises', siteReference: `${customer}-01`, startDate: '2026-01-01', siteAddress: address,
      siteInvoiceDetails: { invoiceTemplateId: 201, invoiceAddress: address, paymentTermsInDays: 30, paymentMethod: 'BACS', purchaseOrderNumber: `PO${number}`, invoiceNotes: 'Thank you for your custom. '.repeat(8) },
      siteContacts: [contact],
    }],
  }
  return {
    customer, customerName: body.customerName, contractOwnerId: '1', siteReferences: [`${customer}-01`], rows: [{ table: 0, row: number + 2 }],
    steps: [{ key: `customer:${customer}`, kind: 'create-customer', path: '/customers', body: JSON.stringify(body), receivingSite: null }],
  }
}

const units = Array.from({ length: Number(count) }, (_, number) => unit(number))
const plan: Plan = { hash: 'bench', units, counts: { createCustomer: units.length, createSite: 0, customers: units.length, sites: units.length, contacts: units.length } }
const login = { brand: 'practice', username: 'operator', password: 'practice' }
const folder = mkdtempSync(join(tmpdir(), 'onboarder-bench-'))
try {
  const journal = must(openJournal(folder))
  const api = must(await connect({ baseUrl, ...login }))
  const run = must(journal.createRun(plan, {
    fileName: 'bench.csv', fileSha256: '', baseUrl: api.baseUrl, brand: api.brand, username: api.username, practice: true,
    pace: { requestsPerSecond: Number(perSecond), lanes: 4 }, reportSource: ['{}'],
  }))
  const log = must(journal.hold(run.id))
  const start = process.cpuUsage()
  const end = await executeRun({ log, api, clock: systemClock, random: Math.random, newHash, settings: practiceSettings, onProgress: () => undefined }).done
  const { user, system } = process.cpuUsage(start)
  log.release()
  api.close()
  journal.close()
  if (end.kind !== 'finished') throw new Error(end.failure.message)
  process.stdout.write(`${JSON.stringify({ cpuMilliseconds: (user + system) / 1000 })}\n`)
} finally {
  rmSync(folder, { recursive: true })
}
