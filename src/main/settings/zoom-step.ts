import { zoomRange } from '#shared/ipc/comfort-schemas.ts'

interface Key {
  readonly type: string
  readonly key: string
  readonly control: boolean
  readonly meta: boolean
  readonly alt: boolean
}

/** What a key does to the zoom: Ctrl (or Cmd) with plus, minus and nought, on every layout and on the number pad. Null: nothing. */
export function zoomAfter(zoom: number, { type, key, control, meta, alt }: Key): number | null {
  // Ctrl with Alt is AltGr, which types letters.
  if (type !== 'keyDown' || control === meta || alt) return null
  if (key === '+' || key === '=') return stepped(zoom, 1)
  if (key === '-' || key === '_') return stepped(zoom, -1)
  return key === '0' ? 0 : null
}

export function stepped(zoom: number, by: 1 | -1): number {
  return Math.min(zoomRange.most, Math.max(zoomRange.least, zoom + by * zoomRange.step))
}
