/** Files that the system wants opened, until the page takes them: at a start it is not there yet. */
export interface OfferedFiles {
  offer(paths: readonly string[]): void
  /** Each file once. */
  take(): readonly string[]
}

export function makeOfferedFiles(tell: () => void): OfferedFiles {
  let waiting: readonly string[] = []
  return {
    offer(paths) {
      if (paths.length === 0) return
      waiting = [...waiting, ...paths]
      tell()
    },
    take() {
      const taken = waiting
      waiting = []
      return taken
    },
  }
}
