/** The two ways to count time: a clock that stands still while the computer sleeps, and one that does not. */
export interface TwoClocks {
  /** Monotonic, in milliseconds. */
  readonly now: () => number
  /** Of the wall, in milliseconds. */
  readonly wall: () => number
}

/** A stop shorter than this changes nothing: requests and tokens live longer. */
const NOTICED_MS = 5_000

/**
 * Asked every `everyMs`: has this process stood still in between? The computer slept, or somebody stopped the process. A wall clock
 * that was set forward looks the same, and costs one token and one settle window.
 */
export function createSleepWatch({ now, wall }: TwoClocks, everyMs: number): () => boolean {
  let before = { now: now(), wall: wall() }
  return () => {
    const after = { now: now(), wall: wall() }
    const passedMs = Math.max(after.now - before.now, after.wall - before.wall)
    before = after
    return passedMs > everyMs + NOTICED_MS
  }
}
