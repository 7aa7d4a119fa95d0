import { expect, test } from 'vitest'

interface Item { name: string, text: string }
// A plain script, without types.
const { recap } = await import(new URL('../../scripts/recap.mjs', import.meta.url).href) as { recap: (items: Item[]) => string }

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`).join('\n')
const items = (count: number, text: string): Item[] => Array.from({ length: count }, (_, index) => ({ name: `test ${index + 1}`, text }))

test('a failure is told with its first lines, without colours, empty lines and the calls of the runner', () => {
  expect(recap([{ name: 'a.test.ts > adds', text: '\u001B[31mexpected 1\u001B[39m\n\nto be 2\n    at run (file:///x/node_modules/runner.js:1:1)\n' }])).toBe('FAILED a.test.ts > adds\n  expected 1\n  to be 2')
  expect(recap([{ name: 'lint', text: lines(30) }]).split('\n').slice(-2)).toEqual(['  line 12', '  … 18 more lines'])
  expect(recap([])).toBe('')
})

test('however much fails, it stays within the last lines of a log', () => {
  const told = recap(items(500, lines(500))).split('\n')
  expect(told.length).toBeLessThan(105)
  expect(told.filter((line) => line.startsWith('FAILED'))).toHaveLength(20)
  expect(told.at(-1)).toBe('… and 480 more')
  expect(recap([{ name: 'wide', text: 'x'.repeat(100_000) }]).length).toBeLessThan(700)
})
