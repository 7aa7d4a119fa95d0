import { expect, test } from 'vitest'
import { readingChoice } from './reading-choice.ts'

test('a choice is what the column is asked about, and nothing else', () => {
  expect(readingChoice('dateOrder', 'mdy')).toEqual({ dateOrder: 'mdy' })
  expect(readingChoice('decimalSign', 'comma')).toEqual({ decimalSign: 'comma' })
  expect(readingChoice('decimalSign', 'mdy')).toEqual({})
})
