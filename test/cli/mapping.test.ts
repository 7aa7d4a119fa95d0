import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli, temporaryFolder } from './support/run-cli.ts'

const folder = temporaryFolder()
const clean = 'examples/clean.csv'

interface Validated {
  readonly counts: { readonly rows: number; readonly rowsByBucket: Record<string, number> }
  readonly issues: readonly { readonly code: string; readonly field: string | null }[]
  readonly plan: { readonly hash: string; readonly requests: readonly { readonly body: string }[] }
}

async function validate(...args: readonly string[]): Promise<Validated> {
  return JSON.parse((await runCli(['validate', ...args, '--json', '--requests'])).stdout) as Validated
}

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.join('\r\n'))
  return path
}

test('a mapping written to a file and given back makes the same plan', async () => {
  const mapping = join(folder, 'clean.mapping.json')
  expect((await runCli(['map', clean, '--out', mapping])).code).toBe(0)
  expect((await validate(clean, '--mapping', mapping)).plan.hash).toBe((await validate(clean)).plan.hash)
})

test('a mapping for other columns is refused, not bent', async () => {
  const mapping = join(folder, 'other.mapping.json')
  await runCli(['map', clean, '--out', mapping])
  const other = file('other.csv', ['Account number,Customer name', 'A1,Jo'])
  const { code, stderr } = await runCli(['validate', other, '--mapping', mapping])
  expect(code).toBe(2)
  expect(stderr).toMatch(/does not fit/)
})

test('the workbook and the delimited file of the same data have the same plan', async () => {
  expect((await validate('examples/clean.xlsx')).plan.hash).toBe((await validate(clean)).plan.hash)
})

test('columns and fixed values named by hand fill what the headers do not say', async () => {
  const [headers = '', ...rows] = readFileSync(clean, 'utf8').trimEnd().split('\r\n')
  const odd = file('odd.csv', [headers.replace('Town', 'Zorb').replace('Country', 'Quux'), ...rows])
  const before = await validate(odd)
  expect(before.counts.rowsByBucket['held']).toBe(before.counts.rows)
  expect(new Set(before.issues.filter((issue) => issue.code === 'required-missing').map((issue) => issue.field))).toEqual(new Set(['site.siteAddress.town', 'site.siteAddress.country']))
  const after = await validate(odd, '--map', 'Zorb=site.siteAddress.town', '--map', 'Quux=', '--set', 'site.siteAddress.country=United Kingdom')
  expect(after.issues.filter((issue) => issue.code !== 'unmapped-column')).toEqual([])
  expect(after.plan.hash).toBe((await validate(clean)).plan.hash)
})

test('first and last name in two columns join, and a second contact stands in columns of its own', async () => {
  const base = 'customerAccountNumber,customerName,customerType,customer.startDate,contractOwnerId,billingCycleId,siteReference,siteName,site.startDate,address1,town,postcode,country,invoiceTemplateId,paymentTermsInDays'
  const wide = file('wide.csv', [
    `${base},Fore,Sur,Other,Other mail`,
    'A1,Jo Ltd,BUSINESS,2025-01-01,1,601,HQ,Head office,2025-01-01,1 High St,Leeds,LS1 1AA,GB,201,14,Jo,Bloggs,Flo Smith,flo@example.com',
  ])
  const { plan } = await validate(wide, '--map', 'Fore=siteContact.contactName#first', '--map', 'Sur=siteContact.contactName#last',
    '--map', 'Other=siteContact[2].contactName', '--map', 'Other mail=siteContact[2].contactEmailAddress')
  const body = JSON.parse(plan.requests[0]?.body ?? '{}') as { sites: { siteContacts: unknown[] }[] }
  expect(body.sites[0]?.siteContacts).toEqual([{ contactName: 'Jo Bloggs' }, { contactName: 'Flo Smith', contactEmailAddress: 'flo@example.com' }])
})

test('the template is written and read back as a workbook to fill in', async () => {
  const template = join(folder, 'template.xlsx')
  expect((await runCli(['template', '--out', template])).code).toBe(0)
  const { code, stderr } = await runCli(['validate', template])
  expect(code).toBe(2)
  expect(stderr).toMatch(/no rows below/)
})
