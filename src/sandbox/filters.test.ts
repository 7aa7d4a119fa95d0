import { describe, expect, it } from 'vitest'
import type { FilterKind } from '#api/endpoint.ts'
import { parseFilter } from './filters.ts'

const matches = (kind: FilterKind, text: string, value: string | number | bigint | boolean | null) => parseFilter('f', kind, text)?.matches(value)

describe('string filters', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'ABC', false],
    ['a%', 'abc', false],
    ['in:a,b', 'b', true],
    ['in:a,b', 'in:a,b', false],
    ['in:a,b', 'c', false],
    ['like:a%', 'abc', true],
    ['like:a%', 'ba', false],
    ['like:a_c', 'abc', true],
    ['like:a_c', 'ac', false],
    ['like:a.c', 'abc', false],
    ['like:%(1)%', 'x (1) y', true],
    ['like:%', null, false],
    ['', '', true],
  ])('%j against %j', (text, value, expected) => expect(matches('string', text, value)).toBe(expected))
})

describe('dates', () => {
  it.each([
    ['2024-01-01', '2024-01-01', true],
    ['2024-01-01', null, false],
    ['lt:2024-01-01', '2023-12-31', true],
    ['lt:2024-01-01', '2024-01-01', false],
    ['gt:2024-01-01', '2024-01-02', true],
    ['gt:2024-01-01', null, false],
    ['gtn:2024-01-01', null, true],
    ['gtn:2024-01-01', '2024-01-01', false],
    ['gtn:2024-01-01', '2024-01-02', true],
  ])('%j against %j', (text, value, expected) => expect(matches('date', text, value)).toBe(expected))

  it.each(['2024-02-30', 'ge:2024-01-01', '01/01/2024', 'in:2024-01-01', ''])('refuses %j', (text) => expect(parseFilter('f', 'date', text)).toBeNull())
  it.each(['2024-01-01', '2024-01-01T24:00:00Z', 'gtn:2024-01-01T00:00:00Z', '2024-01-01T00:00:00+01:00'])('refuses %j as a date-time', (text) =>
    expect(parseFilter('f', 'date-time', text)).toBeNull())
  it('compares date-times', () => {
    expect(matches('date-time', 'gt:2024-01-01T00:00:00Z', '2024-01-01T00:00:01Z')).toBe(true)
    expect(matches('date-time', 'lt:2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z')).toBe(false)
  })
})

it('compares ids exactly, also beyond 2^53', () => {
  expect(matches('id', '9007199254740993', 9_007_199_254_740_993n)).toBe(true)
  expect(matches('id', '9007199254740993', 9_007_199_254_740_992n)).toBe(false)
  expect(matches('id', '007', 7)).toBe(true)
})

it.each(['in:1,2', 'x', '-1', '1.0', ''])('refuses %j as an id', (text) => expect(parseFilter('f', 'id', text)).toBeNull())

it('knows true and false', () => {
  expect(matches('boolean', 'true', true)).toBe(true)
  expect(matches('boolean', 'false', true)).toBe(false)
  expect(parseFilter('f', 'boolean', 'yes')).toBeNull()
})
