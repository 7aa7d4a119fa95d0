import { expect, test } from 'vitest'
import { readRateLimit } from './rate-limit.ts'

const read = (value: string) => readRateLimit({ ratelimit: value })

test('what is left and when it begins again, the tightest of several', () => {
  expect(read('"default";r=50;t=30')).toEqual({ remaining: 50, resetMs: 30_000 })
  expect(read('default;r=0;t=0')).toEqual({ remaining: 0, resetMs: 0 })
  expect(read('"permin";r=50;t=30, "perhr";r=9;t=900')).toEqual({ remaining: 9, resetMs: 600_000 })
  expect(read('"a";t=5;r=1,"b";r=1;t=8')).toEqual({ remaining: 1, resetMs: 8_000 })
  expect(read(String.raw`"odd \";r=1\" name";r=7;t=2;pk=:cHsdsRa894==:;x;y="z;r=3"`)).toEqual({ remaining: 7, resetMs: 2_000 })
})

test('malformed is as if it were absent, also in one of several', () => {
  const malformed = [
    '', '"default"', '"default";r=50', '"default";t=5', '"default";r=-1;t=5', '"default";r=1.5;t=5', '"default";r=1;t=-5', '"default";r=9999999999999999;t=5',
    '"open;r=1;t=5', '"a";r=1;t=5 "b";r=2;t=5', '"a";r=1;t=5,x;r', 'limit=100, remaining=50, reset=50', '50', '"ü";r=1;t=1', '"a";r=NaN;t=1', '"a";R=1;T=1',
  ]
  expect(malformed.filter((text) => read(text) !== null)).toEqual([])
  expect(readRateLimit({})).toBeNull()
})
