import { expect, test } from 'vitest'
import type { ValueLine } from '../../app/views.ts'
import { openValues, valueState, withConfirmed } from './value-state.ts'

const line: ValueLine = { text: 'Ltd company', count: 3, taken: false, proposed: 'BUSINESS', confirmed: null, reason: 'Close to "limited company".' }

test('a proposal is open until it is confirmed; a known spelling needs nothing', () => {
  expect(valueState(line)).toBe('open')
  expect(valueState({ ...line, confirmed: 'BUSINESS' })).toBe('confirmed')
  expect(valueState({ ...line, taken: true })).toBe('known')
  expect(openValues({ values: { lines: [line, { ...line, text: 'B', taken: true }], choices: [] } })).toBe(1)
  expect(openValues({ values: null })).toBe(0)
})

test('confirming one keeps those that were confirmed before', () => {
  const lines = [line, { ...line, text: 'Home', confirmed: 'RESIDENTIAL' }]
  expect(withConfirmed(lines, new Map([['Ltd company', 'BUSINESS']]))).toEqual({ 'Ltd company': 'BUSINESS', Home: 'RESIDENTIAL' })
})
