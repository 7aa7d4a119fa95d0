import { expect, test } from 'vitest'
import { issuesWith } from '../../../../../test/pipeline/kit.ts'

const field = 'site.siteAddress.postcode'

test.each(['LS1 4AB', 'ls14ab', 'M1 1AE', 'CR2 6XH', 'DN55 1PT', 'W1A 1HQ', 'EC1A 1BB', 'GIR 0AA', 'BF1 1AA'])('%s is a usual postcode of GB', (text) => {
  expect(issuesWith({ [field]: text })).toEqual([])
})

test.each(['12345', 'LS1', 'LS1 4A', 'LS11 44AB', 'X'])('%s is unusual for GB', (text) => {
  expect(issuesWith({ [field]: text })).toEqual([`warning odd-postcode row 2 ${field}`])
})

test('postcodes of other countries are not judged', () => {
  expect(issuesWith({ [field]: '12345', 'site.siteAddress.country': 'DE' })).toEqual([])
})

test('a country that is understood by name counts as GB', () => {
  expect(issuesWith({ [field]: '12345', 'site.siteAddress.country': 'United Kingdom' })).toEqual([`warning odd-postcode row 2 ${field}`])
})
