import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openSession } from '../session/open-session.ts'
import { closeSession, preparedOf } from '../session/session.ts'
import { customerView } from './customer-view.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-view-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a value that is not what stands in its cell says what stood there and what was done', async () => {
  const path = join(folder, 'a.csv')
  writeFileSync(path, 'Account number,Customer name,Customer type,Customer start date,Site reference,Site name,Country\nA1, Acme Ltd ,Business,31/03/2025,S1,Main,United Kingdom\nA2,Beta plc,BUSINESS,30/04/2025,S1,Main,GB\n')
  const session = await openSession([{ path }], folder)
  if (!session.ok) throw new Error(session.failure.message)
  const prepared = await preparedOf(session.value)
  const tree = customerView(session.value, prepared, { key: 'A1', row: 2 })
  const said = new Map([...tree?.fields ?? [], ...tree?.sites[0]?.fields ?? []].map(({ field, value, converted }) => [field, [value, converted]]))
  expect(said.get('customer.customerAccountNumber')).toEqual(['A1', null])
  expect(said.get('customer.customerName')).toEqual(['Acme Ltd', { from: ' Acme Ltd ', how: 'Without the white space around it' }])
  expect(said.get('customer.startDate')).toEqual(['2025-03-31', { from: '31/03/2025', how: 'Date, day first' }])
  expect(said.get('customer.customerType')).toEqual(['BUSINESS', { from: 'Business', how: 'Known spelling' }])
  expect(said.get('site.siteAddress.country')).toEqual(['GB', { from: 'United Kingdom', how: 'Country to its code' }])
  expect(customerView(session.value, prepared, { key: 'nobody', row: 9 })).toBeNull()
  await closeSession(session.value)
  expect(readdirSync(join(folder, 'staging'))).toEqual([])
})
