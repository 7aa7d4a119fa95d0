import { expect, test } from 'vitest'
import { findingState } from './finding-state.ts'

test('a finding that a question is asked about is open', () => {
  expect(findingState({ about: 'header' }, {}, [{ about: 'headerRow' }])).toBe('open')
})

test('what the operator decided is theirs', () => {
  expect(findingState({ about: 'delimiter' }, { delimiter: ';' }, [])).toBe('yours')
})

test.each(['delimiter', 'newline', 'something-new'])('everything else is sure: %s', (about) => {
  expect(findingState({ about }, { encoding: 'utf-8' }, [{ about: 'quote' }])).toBe('sure')
})
