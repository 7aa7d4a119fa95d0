import { expect, test } from 'vitest'
import { waitingText } from './progress-view.ts'

test('a wait is told with its reason and, where it is known, with its end', () => {
  expect(waitingText({ reason: 'repeats', forMs: 28_400 })).toBe('Many requests had to be sent again. To spare the server, the next one waits. (29 s)')
  expect(waitingText({ reason: 'paused', forMs: null })).toBe('Paused by you.')
  expect(waitingText(null)).toBe(null)
})
