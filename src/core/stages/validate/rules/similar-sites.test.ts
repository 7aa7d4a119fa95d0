import { expect, test } from 'vitest'
import { clean, changed, issuesOf } from '../../../../../test/pipeline/kit.ts'

const field = 'site.siteReference'
const second = (reference: string): readonly string[] => issuesOf([clean, changed(clean, { [field]: reference, 'site.siteName': 'Depot' })])

test('references that only look the same are an error on both', () => {
  for (const reference of ['s1', 'S 1', 'Ѕ1', 'S1\u200b', 'SI', 'Sl']) {
    expect(second(reference).filter((line) => !line.includes('odd-character'))).toEqual([`error similar-key row 2 ${field}`, `error similar-key row 3 ${field}`])
  }
})

test('references that differ in a letter or digit are two sites', () => {
  for (const reference of ['S2', 'Si', 'S-1']) expect(second(reference)).toEqual([])
})
