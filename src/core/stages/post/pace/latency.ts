// A server under load answers slowly before it answers badly: answers twice as slow as usual are a reason to slow down.

/** So many answers make a picture, and so many new ones the next one. */
const ENOUGH = 16
/** Differences below it are noise of a network, whatever the ratio. */
const NOISE_MS = 100
const RECENT = 1 / 8
/** What is usual moves slowly: a server that stays slower is the new usual, after some hundred answers. */
const USUAL = 1 / 128

export interface LatencyWatch {
  /** One clean answer; true: answers have become twice as slow as they were. Told once per picture. */
  note(elapsedMs: number): boolean
}

export function createLatencyWatch(): LatencyWatch {
  let usual = 0
  let recent = 0
  let seen = 0
  let sincePicture = 0
  return {
    note(elapsedMs) {
      seen += 1
      sincePicture += 1
      usual = seen <= ENOUGH ? usual + (elapsedMs - usual) / seen : usual + (elapsedMs - usual) * USUAL
      recent = seen <= ENOUGH ? usual : recent + (elapsedMs - recent) * RECENT
      if (sincePicture < ENOUGH || recent < 2 * usual || recent - usual < NOISE_MS) return false
      sincePicture = 0
      return true
    },
  }
}
