import { setImmediate } from 'node:timers/promises'

/** Lets everything else that waits have its turn: calls of the window, progress, a wish to stop. */
export const pause = (): Promise<void> => setImmediate()
