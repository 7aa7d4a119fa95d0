import { issue } from '#core/model/issue.ts'
import type { Issue } from '#core/model/issue.ts'
import { writeJson } from '#core/model/json.ts'
import type { MappedCell } from '#core/model/mapped-row.ts'
import { sameCells } from './same-value.ts'
import type { RowParts } from './split-row.ts'

/** Up to here every row is compared with every other one: faster than making keys. */
const few = 8

/** The rows without those that say the same after conversion: they count once, with a notice, also where they stand in two files. */
export function mergeIdenticalRows(all: readonly RowParts[], customer: string | null, issues: Issue[]): readonly RowParts[] {
  if (all.length < 2 || customer === null) return all
  const kept: RowParts[] = []
  const byEnding = all.length > few ? new Map<string, RowParts[]>() : null
  for (const parts of all) {
    const alike = byEnding === null ? kept : listAt(byEnding, endingOf(parts))
    const earlier = alike.find((other) => saySame(other, parts))
    if (earlier === undefined) {
      kept.push(parts)
      if (alike !== kept) alike.push(parts)
      continue
    }
    const { place } = earlier.row
    issues.push(issue({ code: 'identical-rows-merged', severity: 'info', place: parts.row.place, customer, params: { otherRow: place.row }, related: [place] }))
  }
  return kept.length === all.length ? all : kept
}

function saySame(a: RowParts, b: RowParts): boolean {
  if (a.row.cells.length !== b.row.cells.length) return false
  // Rows of one customer begin alike and differ at their end.
  const [last, other] = [a.row.cells.at(-1), b.row.cells.at(-1)]
  if (last !== undefined && other !== undefined && last.target === other.target && last.raw !== other.raw && isText(last) && isText(other)) return false
  return sameCells(a.row.cells, b.row.cells) && haveSameAbove(a, b)
}

/** Rows that leave their sites to rows above them say the same only where those are the same sites. */
function haveSameAbove(a: RowParts, b: RowParts): boolean {
  return a.sites.length === b.sites.length && a.sites.every((site, at) => {
    const other = b.sites[at]
    return other?.isFilled === site.isFilled && (!site.isFilled || (site.reference === other.reference && sameCells(site.cells, other.cells)))
  })
}

/** Texts that differ stay different; numbers and dates may be written in two ways. */
function isText({ value, raw }: MappedCell): boolean {
  return value === raw
}

/** Rows that end alike: among many, only those are compared cell by cell. */
function endingOf({ row: { cells } }: RowParts): string {
  const texts = cells.map(({ target: { field }, value, raw }) => `${field} ${value === undefined ? raw : writeJson(value)}`).sort()
  return texts.slice(-4).join('\n')
}

function listAt(lists: Map<string, RowParts[]>, key: string): RowParts[] {
  const known = lists.get(key)
  if (known !== undefined) return known
  const made: RowParts[] = []
  lists.set(key, made)
  return made
}
