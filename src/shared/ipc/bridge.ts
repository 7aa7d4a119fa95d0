/** All that the preload may import: the wire's names and the bridge's shape. The contract itself would make it 450 KB. */
export const callChannel = 'onboarder:call'
export const eventChannel = 'onboarder:event'
export const dropChannel = 'onboarder:drop'

export interface WireEvent {
  readonly name: string
  readonly payload: unknown
}

export interface Bridge {
  /** Runs `area.verb`; always answers a Result, never rejects for a reason of ours. */
  call(name: string, input: unknown): Promise<unknown>
  /** Events of the engine and of the main process; returns the function that stops listening. */
  subscribe(listener: (event: WireEvent) => void): () => void
  /**
   * Turns dropped files into tokens. The page holds `File` objects, never paths: the path goes from the preload to the main
   * process, and the page gets back only the token and the name.
   */
  drop(files: readonly unknown[]): Promise<readonly { readonly token: string; readonly name: string }[]>
}
