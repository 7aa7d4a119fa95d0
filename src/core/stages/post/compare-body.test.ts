import { expect, test } from 'vitest'
import { readJson } from '../../model/read-json.ts'
import { differences } from './compare-body.ts'

const sent = readJson('{"contractOwnerId":1,"customerName":"Acme","creditThreshold":100.50,"sites":[{"customerId":0,"siteReference":"HQ","siteAddress":{"town":"Leeds"},"siteContacts":[{"contactName":"Ann","contactRole":"ACCOUNTS","contactNameToAppearOnInvoice":false},{"contactName":"Bob"}]},{"siteReference":"B","siteContacts":[]}],"assignedCustomFields":[{"customFieldDefinitionId":102,"value":"Gold"}]}')
const shown = {
  id: 7, contractOwnerId: 1, customerName: 'Acme', creditThreshold: 100.5, createdDate: '2026-01-01T00:00:00Z',
  sites: [
    { id: 9, siteReference: 'B', customerId: 7 },
    { id: 8, siteReference: 'HQ', customerId: 7, siteAddress: { id: 3, town: 'Leeds' }, siteContacts: [{ contactName: 'Bob' }, { contactName: 'Ann', contactRole: 'ACCOUNTS', contactNameToAppearOnInvoice: true }] },
  ],
  assignedCustomFields: [{ customFieldDefinitionId: 102, label: 'Tier', value: 'Gold' }],
}

test('a customer shown as sent has no differences, whatever the order of lists and whatever the server adds', () => {
  expect(differences(sent, shown)).toEqual([])
})

test('each property that came out different is named by its path', () => {
  const other = structuredClone(shown)
  other.customerName = 'Acme '
  other.creditThreshold = 100
  other.sites[1]!.siteAddress!.town = 'LEEDS'
  other.sites[1]!.siteContacts = [{ contactName: 'Bob' }]
  other.assignedCustomFields[0]!.value = 'Silver'
  expect(differences(sent, other)).toEqual(['customerName', 'creditThreshold', 'sites[HQ].siteAddress.town', 'sites[HQ].siteContacts[Ann]', 'assignedCustomFields[102].value'])
})

test('what the answer leaves out says nothing; a site that is not in its list does', () => {
  expect(differences(sent, { customerName: 'Acme' })).toEqual([])
  expect(differences(sent, { sites: [shown.sites[0]] })).toEqual(['sites[HQ]'])
})

test('a number as digits is the same number, and another type is a difference', () => {
  const id = readJson('{"tripwireId":9007199254740993}')
  expect(differences(id, { tripwireId: '9007199254740993' })).toEqual([])
  expect(differences(id, { tripwireId: '9007199254740992' })).toEqual(['tripwireId'])
  expect(differences(readJson('{"customerIsVip":true}'), { customerIsVip: 'true' })).toEqual(['customerIsVip'])
  expect(differences(readJson('{"sites":[]}'), { sites: {} })).toEqual(['sites'])
})
