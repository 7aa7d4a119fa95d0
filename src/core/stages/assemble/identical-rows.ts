import { issue } from '#core/model/issue.ts'
import type { Issue } from '#core/model/issue.ts'
import { ExactNumber, writeJson } from '#core/model/json.ts'
import type { MappedCell } from '#core/model/mapped-row.ts'
import { sameCells } from './same-value.ts'
import type { RowParts } from './split-row.ts'

/** Up to here every row is compared with every other one: faster than making marks. */
const few = 8

/** The rows without those that say the same after conversion: they count once, with a notice, also where they stand in two files. */
export function mergeIdenticalRows(all: readonly RowParts[], customer: string | null, issues: Issue[]): readonly RowParts[] {
  if (all.length < 2 || customer === null) return all
  const kept: RowParts[] = []
  const byMark = all.length > few ? new Map<number, RowParts[]>() : null
  for (const parts of all) {
    const alike = byMark === null ? kept : listAt(byMark, markOf(parts))
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

/** A number that rows which say the same share, wherever in them their cells stand: among many, only those are compared. */
function markOf({ row, sites }: RowParts): number {
  let mark = 0
  for (const { target, value, raw } of row.cells) mark = (mark + hashText(textOf(value, raw), target.field.length)) | 0
  for (const { isFilled, reference } of sites) if (isFilled) mark = (mark + hashText(reference, 11)) | 0
  return mark
}

/** Numbers may be written in two ways and still be the same: they do not count. */
function textOf(value: MappedCell['value'], raw: string): string {
  if (value === undefined) return raw
  return typeof value === 'string' ? value : value instanceof ExactNumber ? '' : writeJson(value)
}

function hashText(text: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return hash
}

function listAt(lists: Map<number, RowParts[]>, key: number): RowParts[] {
  const known = lists.get(key)
  if (known !== undefined) return known
  const made: RowParts[] = []
  lists.set(key, made)
  return made
}
