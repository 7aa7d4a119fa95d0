import { useCallback, useEffect, useMemo, useState } from 'react'
import type { GridColumn } from './grid-types.ts'

const narrowest = 48
const widest = 900

export interface ColumnWidths {
  readonly widths: readonly number[]
  readonly resize: (column: number, width: number) => void
  readonly resizeBy: (column: number, by: number) => void
}

/** Widths of the grid that was last seen, by name: a page that is left and gone back to is as it was. */
const kept = { name: '', widths: new Map<string, number>() as ReadonlyMap<string, number> }

/** Widths the operator has set, over the ones the columns ask for; kept by column key, and under a name where there is one. */
export function useColumnWidths(columns: readonly GridColumn[], name?: string): ColumnWidths {
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(() => (kept.name === name ? kept.widths : new Map()))
  useEffect(() => { if (name !== undefined) Object.assign(kept, { name, widths: chosen }) }, [name, chosen])
  const widths = useMemo(() => columns.map((column) => chosen.get(column.key) ?? column.width), [columns, chosen])
  const resize = useCallback((index: number, width: number) => {
    const column = columns[index]
    if (column === undefined) return
    setChosen((now) => new Map(now).set(column.key, Math.max(narrowest, Math.min(widest, width))))
  }, [columns])
  const resizeBy = useCallback((index: number, by: number) => resize(index, (widths[index] ?? 140) + by), [resize, widths])
  return { widths, resize, resizeBy }
}
