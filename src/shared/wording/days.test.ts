import { expect, test } from 'vitest'
import { dayText } from './days.ts'

test('a day is told in words; what is no day stays', () => {
  expect(['2030-01-15', '2024-02-29', '2024-13-01', '15/01/2030', ''].map(dayText)).toEqual(['15 January 2030', '29 February 2024', '2024-13-01', '15/01/2030', ''])
})
