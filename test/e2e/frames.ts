// How evenly the window draws while it is scrolled: the time between frames, as the page itself sees it.
import type { Page } from 'playwright-core'

export interface Frames {
  readonly frames: number
  readonly medianMs: number
  readonly worstMs: number
  /** Frames that came so late that another one would have had its place: 1.5 times a sixtieth of a second. */
  readonly late: number
  /** Rows that went by. */
  readonly rows: number
}

const rowHeight = 30
const oneFrameMs = 1000 / 60

/** Turns the wheel over the grid for some seconds. Where nothing draws by itself, as under a virtual display, frames still come by the clock. */
export async function scrollByWheel(window: Page, grid: string, { seconds, pixels }: { readonly seconds: number; readonly pixels: number }): Promise<Frames> {
  await window.locator(grid).hover()
  const top = (): Promise<number> => window.locator(grid).evaluate((box) => (box as unknown as { scrollTop: number }).scrollTop)
  const start = await top()
  await window.evaluate(`(() => {
    const times = []
    const look = (time) => { times.push(time); globalThis.framesWanted && requestAnimationFrame(look) }
    globalThis.framesWanted = true
    globalThis.frameTimes = times
    requestAnimationFrame(look)
  })()`)
  for (const end = performance.now() + seconds * 1000; performance.now() < end;) await window.mouse.wheel(0, pixels)
  const times = await window.evaluate(`(globalThis.framesWanted = false, globalThis.frameTimes)`) as readonly number[]
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? time)).toSorted((one, other) => one - other)
  return {
    frames: gaps.length, medianMs: gaps[gaps.length >> 1] ?? 0, worstMs: gaps.at(-1) ?? 0, late: gaps.filter((gap) => gap > oneFrameMs * 1.5).length,
    rows: Math.round(((await top()) - start) / rowHeight),
  }
}
