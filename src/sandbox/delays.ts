// Waiting that ends with the server: no timer outlives close().
export type Delays = {
  /** Resolves after the time, or at once when the server closes. */
  readonly wait: (ms: number) => Promise<void>
  readonly cancelAll: () => void
}

export function createDelays(): Delays {
  const pending = new Map<NodeJS.Timeout, () => void>()
  return {
    wait: (ms) => {
      if (ms <= 0) return Promise.resolve()
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          pending.delete(timer)
          resolve()
        }, ms)
        pending.set(timer, resolve)
      })
    },
    cancelAll: () => {
      for (const [timer, resolve] of pending) {
        clearTimeout(timer)
        resolve()
      }
      pending.clear()
    },
  }
}
