// Which new column may be one that is missing, under another name. Only ever a question.
import type { ColumnMatch } from '#core/model/mapping.ts'
import { formatTarget } from '#core/model/mapping.ts'
import type { SavedColumn, SavedTable } from '#core/model/saved-mapping.ts'
import { textKey } from '#core/model/text-key.ts'
import type { PlacedColumns } from './place-saved.ts'

interface Renaming {
  readonly saved: SavedTable
  readonly placed: PlacedColumns
  readonly headers: readonly string[]
  readonly proposed: readonly ColumnMatch[]
}

/**
 * By column index. The header or the values of the new column mean the same field, or it stands between the same neighbours under
 * a similar name.
 */
export function findRenamed({ saved, placed, headers, proposed }: Renaming): ReadonlyMap<number, SavedColumn> {
  const renamed = new Map<number, SavedColumn>()
  const news = headers.map((_, column) => column).filter((column) => placed.columns[column]?.kind === 'new')
  const meaning = (column: number): string | null => {
    const target = proposed.find((match) => match.column === column)?.target ?? null
    return target === null ? null : formatTarget(target)
  }
  const missing = placed.missing.filter(({ saved: { target } }) => target !== null)
  const take = (isLike: (column: number, lost: (typeof missing)[number]) => boolean): void => {
    for (const lost of missing) {
      if ([...renamed.values()].includes(lost.saved)) continue
      const column = news.find((each) => !renamed.has(each) && isLike(each, lost))
      if (column !== undefined) renamed.set(column, lost.saved)
    }
  }
  take((column, lost) => lost.saved.target !== null && meaning(column) === formatTarget(lost.saved.target))
  take((column, lost) => isSamePlace({ saved, placed, headers }, column, lost.at) && likeness(headers[column] ?? '', lost.saved.header) >= 0.5)
  return renamed
}

/** The column before it, or the one behind it, is the one that stood there before; at either end of the table nothing does. */
function isSamePlace({ saved, placed, headers }: Omit<Renaming, 'proposed'>, column: number, at: number): boolean {
  const neighbour = (step: 1 | -1): boolean => {
    const was = saved.columns[at + step]
    const is = placed.columns[column + step]
    if (was === undefined || is === undefined) return was === undefined && headers[column + step] === undefined
    return is.kind === 'found' && is.saved === was
  }
  return neighbour(-1) || neighbour(1)
}

/** Share of the pairs of letters that two headers have in common, 0 to 1. */
function likeness(one: string, other: string): number {
  const left = pairsOf(one)
  const right = pairsOf(other)
  const common = left.filter((pair) => right.includes(pair)).length
  return left.length + right.length === 0 ? 0 : (2 * common) / (left.length + right.length)
}

function pairsOf(header: string): readonly string[] {
  const letters = textKey(header).replace(/[^\p{L}\p{N}]/gu, '')
  return [...new Set(Array.from({ length: Math.max(letters.length - 1, 0) }, (_, at) => letters.slice(at, at + 2)))]
}
