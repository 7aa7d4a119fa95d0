// The numbers of posting, with their reasons.

export interface PostSettings {
  /**
   * How long a request may still be applied after nobody waits for it any more. Only after it may absence be believed. Much
   * shorter only where the server is ours (practice).
   */
  readonly settleMs: number
  /** The window follows from deadline, slow answers and lagging reads as well (`settle-window.ts`): not where the server is ours. */
  readonly stretches?: boolean
  /** Without any connection for so long the run stops, resumable. */
  readonly networkPatienceMs: number
  /** Nothing but throttling and server trouble for so long: the run stops, resumable. */
  readonly troublePatienceMs: number
}

export const defaultSettings: PostSettings = { settleMs: 120_000, stretches: true, networkPatienceMs: 60_000, troublePatienceMs: 900_000 }

/** For the built-in sandbox: it applies a request while it answers, or never. */
export const practiceSettings: PostSettings = { settleMs: 1_500, networkPatienceMs: 20_000, troublePatienceMs: 120_000 }
