import { expect, test } from 'vitest'
import { makeOfferedFiles } from './offered-files.ts'

test('files wait until they are taken, in their order, and are taken once', () => {
  let told = 0
  const offered = makeOfferedFiles(() => { told += 1 })
  offered.offer([])
  expect([offered.take(), told]).toEqual([[], 0])
  offered.offer(['/a.csv', '/b.csv'])
  offered.offer(['/c.csv'])
  expect([offered.take(), told, offered.take()]).toEqual([['/a.csv', '/b.csv', '/c.csv'], 2, []])
})
