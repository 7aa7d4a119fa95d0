// The figures that the matching has to reach on the labelled header rows of test/headers, on the part that it was made with and on
// the part that was kept back. `npx tsx test/headers/measure.ts` lists each miss.
import { expect, test } from 'vitest'
import { judgeRow, readLabelSet, reliability, scoreLine, scoreOf } from '../../../../test/headers/label-set.ts'

const rows = readLabelSet()
const judged = rows.flatMap(judgeRow)

test('the set has at least 60 header rows and 1,200 columns, and keeps part of them back', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60)
  expect(judged.length).toBeGreaterThanOrEqual(1200)
  expect(judged.filter(({ row }) => row.part === 'check').length).toBeGreaterThanOrEqual(400)
  expect(judged.length).toBe(rows.reduce((sum, { columns }) => sum + columns.length, 0))
})

test.each(['train', 'check'] as const)('of the %s part 98 % of what is accepted is right, and 90 % of what has a field is accepted', (part) => {
  const score = scoreOf(judged.filter(({ row }) => row.part === part))
  console.info(scoreLine(part, score))
  expect(score.right / score.accepted).toBeGreaterThanOrEqual(0.98)
  expect(score.covered / score.withField).toBeGreaterThanOrEqual(0.9)
})

test('no two columns of a row take one field', () => {
  const doubled = rows.filter((row) => {
    const taken = judgeRow(row).flatMap(({ match }) => (match.accepted ? [JSON.stringify(match.target)] : []))
    return new Set(taken).size < taken.length
  })
  expect(doubled.map(({ product, from }) => `${product}: ${from}`)).toEqual([])
})

test('the confidence is about the share that is right', () => {
  const bands = reliability(judged)
  for (const { from, to, count, mean, right } of bands) console.info(`${from.toFixed(2)} to ${to.toFixed(2)}: ${count} proposals, mean confidence ${mean.toFixed(2)}, right ${right.toFixed(2)}`)
  const telling = bands.filter(({ count }) => count >= 20)
  expect(telling.filter(({ from, mean, right }) => from >= 0.7 && right < mean - 0.03)).toEqual([])
  expect(telling.filter(({ to, right }) => to <= 0.5 && right > 0.6)).toEqual([])
})

test('every match says why, in a sentence', () => {
  expect(judged.filter(({ match }) => !/^[A-Z].*\.$/s.test(match.reason)).map(({ match }) => match.reason)).toEqual([])
})
