// The labelled header rows beside this file, and how the matcher does on them. README.md says what a label means.
import { readFileSync, readdirSync } from 'node:fs'
import type { ColumnMatch } from '#core/model/mapping.ts'
import { formatTarget } from '#core/model/mapping.ts'
import type { SourceTable } from '#core/model/source.ts'
import { matchColumns } from '#core/stages/map/match-columns.ts'

export interface LabelledColumn {
  readonly header: string
  readonly label: string | null | readonly (string | null)[]
  readonly samples: readonly string[]
}

export interface LabelledRow {
  readonly product: string
  readonly part: 'train' | 'check'
  readonly from: string
  readonly columns: readonly LabelledColumn[]
}

export function readLabelSet(folder: URL = new URL('.', import.meta.url)): readonly LabelledRow[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json')).toSorted()
  return files.flatMap((name) => {
    const file = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { product: string; part: LabelledRow['part']; rows: { from: string; columns: LabelledColumn[] }[] }
    return file.rows.map((row) => ({ product: file.product, part: file.part, ...row }))
  })
}

/** right and wrong are of accepted matches; missed has a field and was not accepted; left is rightly not accepted, or may be. */
export type Verdict = 'right' | 'wrong' | 'missed' | 'left'

export interface Judged {
  readonly row: LabelledRow
  readonly column: LabelledColumn
  readonly match: ColumnMatch
  readonly verdict: Verdict
  /** One field is right and nothing needs to be asked. */
  readonly hasField: boolean
  /** The proposed field is one of the label's, accepted or not. */
  readonly proposedRight: boolean
}

export function judgeRow(row: LabelledRow): readonly Judged[] {
  const matches = matchColumns([tableOf(row)]).tables[0]?.columns ?? []
  return row.columns.flatMap((column, at) => {
    const match = matches[at]
    return match === undefined ? [] : [judge(row, column, match)]
  })
}

export function tableOf({ product, columns }: LabelledRow): SourceTable {
  const height = Math.max(...columns.map(({ samples }) => samples.length))
  const rows = Array.from({ length: height }, (_, at) => ({ row: at + 2, cells: columns.map(({ samples }) => samples[at] ?? '') }))
  return { file: `${product}.csv`, sheet: null, headerRow: 1, headers: columns.map(({ header }) => header), rows }
}

function judge(row: LabelledRow, column: LabelledColumn, match: ColumnMatch): Judged {
  const labels = Array.isArray(column.label) ? (column.label as readonly (string | null)[]) : [column.label as string | null]
  const targets = labels.filter((label): label is string => label !== null && label !== 'ask')
  const hasField = targets.length > 0 && targets.length === labels.length
  // The first of several may be counted or not: `siteContact[1].x` is `siteContact.x`.
  const text = match.target === null ? null : formatTarget(match.target).replace('[1]', '').replace('@1', '')
  const proposedRight = text !== null && targets.includes(text)
  const verdict = match.accepted ? (proposedRight ? 'right' : 'wrong') : hasField ? 'missed' : 'left'
  return { row, column, match, verdict, hasField, proposedRight }
}

export interface Score {
  readonly columns: number
  readonly accepted: number
  readonly right: number
  readonly withField: number
  readonly covered: number
}

export function scoreOf(judged: readonly Judged[]): Score {
  const count = (fits: (one: Judged) => boolean): number => judged.filter(fits).length
  return {
    columns: judged.length,
    accepted: count(({ match }) => match.accepted),
    right: count(({ verdict }) => verdict === 'right'),
    withField: count(({ hasField }) => hasField),
    covered: count(({ hasField, verdict }) => hasField && verdict === 'right'),
  }
}

/** Of the matches with a confidence in each band: how many propose a right field. What the number says is what came true. */
export function reliability(judged: readonly Judged[]): readonly { readonly from: number; readonly to: number; readonly count: number; readonly mean: number; readonly right: number }[] {
  const edges = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01]
  return edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1] ?? 1.01
    const inside = judged.filter(({ match }) => match.target !== null && match.confidence >= from && match.confidence < to)
    const sum = inside.reduce((total, { match }) => total + match.confidence, 0)
    return { from, to: Math.min(to, 1), count: inside.length, mean: inside.length === 0 ? 0 : sum / inside.length, right: inside.length === 0 ? 0 : inside.filter(({ proposedRight }) => proposedRight).length / inside.length }
  })
}

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`

export function scoreLine(name: string, { columns, accepted, right, withField, covered }: Score): string {
  return `${name.padEnd(7)}${columns} columns; accepted ${accepted}, right ${right} (${share(right, accepted)}); with a field ${withField}, accepted ${covered} (${share(covered, withField)})`
}
