// When the next request may leave: evenly spaced turns, slower where the server suffers, and none while it is down.
export { heardOf } from './heard.ts'
export { createPacer, type Pacer, type Turn } from './pacer.ts'
export { retryDelay } from './retry-delay.ts'
export type { Still } from './still.ts'
