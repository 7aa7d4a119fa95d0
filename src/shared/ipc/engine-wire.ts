import type { WireEvent } from './bridge.ts'

/** Messages between the main process and the engine's utility process. Calls and events of the contract pass through as they are. */
export type ToEngine =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  /** A file the operator chose or dropped; the window knows only the token. */
  | { readonly kind: 'grant'; readonly token: string; readonly path: string }
  | { readonly kind: 'practice-server'; readonly url: string | null }
  /** The computer has slept. */
  | { readonly kind: 'woke' }
  /** What the system's settings answer for an address, such as `PROXY host:port; DIRECT`. */
  | { readonly kind: 'proxy'; readonly id: number; readonly answer: string }
  | { readonly kind: 'shutdown' }

export type FromEngine =
  | { readonly kind: 'answer'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'event'; readonly event: WireEvent }
  /** The engine cannot start processes in a packaged app, so it asks for the practice server. */
  | { readonly kind: 'need-practice-server' }
  /** How many imports are going on: closing the program asks while there are any. */
  | { readonly kind: 'imports'; readonly count: number }
  /** Only the main process can ask the system, which may run a PAC script for it. */
  | { readonly kind: 'need-proxy'; readonly id: number; readonly url: string }
  | { readonly kind: 'shut-down' }
