import { expect, test } from 'vitest'
import { filesShare, hasOwnHeaders, headerKey, headerShare } from './header-key.ts'

const of = (...headers: readonly string[]): { readonly headers: readonly string[] } => ({ headers })

test('the key does not hear of order, case, white space and empty headers', () => {
  expect(headerKey([of('Site Ref', 'Name')])).toBe(headerKey([of('', 'name ', 'site\u00a0ref')]))
  expect(headerKey([of('A1', 'B1'), of('C1')])).toBe(headerKey([of('C1'), of('B1', 'A1')]))
})

test('the key hears of every other header, of signs, and of headers that stand there twice', () => {
  const keys = [of('Discount'), of('Discount %'), of('Discount', 'Discount'), of('Discount', 'Name')].map((table) => headerKey([table]))
  expect(new Set(keys).size).toBe(4)
  expect(headerKey([of('A b', 'C d')])).not.toBe(headerKey([of('A b'), of('C d')]))
})

test('tables with the same headers count once', () => {
  expect(headerKey([of('Ref', 'Name'), of('Name', 'Ref')])).toBe(headerKey([of('Ref', 'Name')]))
  expect(filesShare([of('Ref', 'Name')], [of('Ref', 'Name'), of('Name', 'Ref')])).toBe(1)
})

test('letters for names and empty headers have no key', () => {
  expect(headerKey([of('A', 'B', 'C')])).toBeNull()
  expect(headerKey([of('', ' ')])).toBeNull()
  expect(headerKey([])).toBeNull()
  expect(hasOwnHeaders(of('A', 'Name'))).toBe(true)
})

test('the share counts doubled headers as often as both have them', () => {
  expect(headerShare(of('a', 'b', 'c', 'd'), of('D', 'c', 'x', 'y'))).toBe(0.5)
  expect(headerShare(of('Email', 'Email'), of('Email', 'Name'))).toBe(0.5)
  expect(headerShare(of('a'), of())).toBe(0)
})

test('of several tables each is compared with its likeliest partner', () => {
  expect(filesShare([of('a1', 'b1'), of('c1', 'd1')], [of('c1', 'x1'), of('a1', 'b1')])).toBe(0.75)
  expect(filesShare([of('a1', 'b1')], [of('a1', 'b1'), of('c1', 'd1')])).toBe(0.5)
  expect(filesShare([], [])).toBe(0)
})

test('what an earlier import added to a file makes it no other file', () => {
  expect(headerKey([{ headers: ['Import outcome', 'Name', 'Town', 'Import run'] }])).toBe(headerKey([{ headers: ['Name', 'Town'] }]))
  expect(headerKey([{ headers: ['Import outcome', 'Name'] }])).not.toBe(headerKey([{ headers: ['Name'] }]))
})
