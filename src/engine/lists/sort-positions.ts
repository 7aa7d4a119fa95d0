import { pause } from '../prepare/pause.ts'

/** What a row is sorted by: numbers before texts, and nothing at the end. */
export type SortKey = number | string | null

const chunk = 16_384

/**
 * Positions in the order of their keys; equal ones keep theirs. Made for a million rows: it is done in pieces, and everything else that
 * waits has its turn between them. Descending turns the keys around, not those that have none, and not equal ones.
 */
export async function sortPositions(keys: readonly SortKey[], descending: boolean): Promise<Int32Array> {
  const sign = descending ? -1 : 1
  const compare = (a: number, b: number): number => compareKeys(keys[a] ?? null, keys[b] ?? null, sign) || a - b
  let sorted = Int32Array.from(keys.keys())
  for (let from = 0; from < sorted.length; from += chunk) {
    sorted.subarray(from, from + chunk).sort(compare)
    await pause()
  }
  let merged = new Int32Array(sorted.length)
  for (let width = chunk; width < sorted.length; width *= 2) {
    for (let from = 0; from < sorted.length; from += 2 * width) {
      const middle = Math.min(from + width, sorted.length)
      await merge({ sorted, merged, from, middle, end: Math.min(from + 2 * width, sorted.length), compare })
    }
    [sorted, merged] = [merged, sorted]
  }
  return sorted
}

interface Merge {
  readonly sorted: Int32Array
  readonly merged: Int32Array
  readonly from: number
  readonly middle: number
  readonly end: number
  readonly compare: (a: number, b: number) => number
}

async function merge({ sorted, merged, from, middle, end, compare }: Merge): Promise<void> {
  let left = from
  let right = middle
  for (let at = from; at < end; at++) {
    const isLeft = right >= end || (left < middle && compare(sorted[left] ?? 0, sorted[right] ?? 0) <= 0)
    merged[at] = sorted[isLeft ? left++ : right++] ?? 0
    if (at % chunk === chunk - 1) await pause()
  }
}

function compareKeys(a: SortKey, b: SortKey, sign: 1 | -1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (typeof a !== typeof b) return typeof a === 'number' ? -sign : sign
  return a === b ? 0 : a < b ? -sign : sign
}
