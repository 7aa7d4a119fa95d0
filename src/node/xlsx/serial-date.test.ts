import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSerial } from './serial-date.ts'

const date = { timeOnly: false, elapsed: false }
const time = { timeOnly: true, elapsed: false }

test('serials are days of the 1900 system, its false leap day included', () => {
  expect(readSerial(1, date, false)).toBe('1900-01-01')
  expect(readSerial(59, date, false)).toBe('1900-02-28')
  expect(readSerial(60, date, false)).toBe('1900-02-29')
  expect(readSerial(61, date, false)).toBe('1900-03-01')
  expect(readSerial(44_378, date, false)).toBe('2021-07-01')
  expect(readSerial(2_958_465, date, false)).toBe('9999-12-31')
})

test('the 1904 system begins on its first day and has no false one', () => {
  expect(readSerial(0, date, true)).toBe('1904-01-01')
  expect(readSerial(60, date, true)).toBe('1904-03-01')
  expect(readSerial(42_916, date, true)).toBe('2021-07-01')
})

test('outside the years Excel knows there is no date', () => {
  expect(readSerial(-1, date, false)).toBeNull()
  expect(readSerial(2_958_466, date, false)).toBeNull()
  expect(readSerial(2_957_003, date, true)).toBe('9999-12-31')
  expect(readSerial(2_957_004, date, true)).toBeNull()
})

test('a time of day is kept unless it is midnight, and rounds into the next day', () => {
  expect(readSerial(44_378.5, date, false)).toBe('2021-07-01T12:00:00')
  expect(readSerial(44_378.999_999_9, date, false)).toBe('2021-07-02')
})

test('times without a day stand alone; elapsed hours go beyond 24', () => {
  expect(readSerial(0.75, time, false)).toBe('18:00:00')
  expect(readSerial(44_378.75, time, false)).toBe('2021-07-01T18:00:00')
  expect(readSerial(1.25, { timeOnly: true, elapsed: true }, false)).toBe('30:00:00')
})

test('the calendar agrees with the platform on every day', () => {
  fc.assert(fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
    expect(readSerial(serial, date, false)).toBe(new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10))
  }), { numRuns: 1000 })
})
