/** Long, as programs are started meanwhile, which takes seconds each on a busy machine; shorter than what a test may take, to say what was waited for. */
const PATIENCE_MS = 100_000

/** Asks again and again until something is so. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited in vain until ${String(isSo)}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
