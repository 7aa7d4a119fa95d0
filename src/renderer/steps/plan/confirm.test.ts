import { expect, test } from 'vitest'
import { isConfirmed } from './confirm.ts'

test('the number counts with or without separators', () => {
  expect(['1204', ' 1204 ', '1,204', '1.204', '1 204'].map((typed) => isConfirmed(typed, 1204))).toEqual([true, true, true, true, true])
})

test('anything but the very number does not confirm', () => {
  expect(['', '1205', '120', 'yes', '0x4b4', '1204a', '-1204'].map((typed) => isConfirmed(typed, 1204))).toEqual([false, false, false, false, false, false, false])
})
