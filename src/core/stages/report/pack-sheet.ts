import { addedColumns } from '#core/model/added-columns.ts'
import type { Report, ReportBucket, ReportRow, ReportTable } from '#core/model/report.ts'

/** Numbers are ours; whatever the operator wrote is text and stays text. */
export type PackCell = string | number | undefined

/** One line of a sheet that is given back to the operator. */
export interface PackLine {
  /** Row of the sheet, from 1; lines come in this order, and rows between them are empty. */
  readonly row: number
  /** loose: no record, such as a title above the header. */
  readonly look: 'loose' | 'header' | 'row'
  readonly cells: readonly PackCell[]
  readonly bucket: ReportBucket | null
  /** By column index: what is wrong with a cell, and what may stand there. */
  readonly notes?: ReadonlyMap<number, string>
}

export interface PackSheet {
  readonly name: string
  /** 0: the sheet has none. */
  readonly headerRow: number
  /** The operator's columns stand left of the added ones. */
  readonly ownWidth: number
  readonly width: number
  /** Made anew each time: a large file is never in memory as a whole. */
  readonly lines: () => Generator<PackLine, void, undefined>
}

/** A column that we add to the right of the operator's own. */
export interface AddedColumn {
  readonly heading: string
  readonly read: (row: ReportRow) => PackCell
}

/** The operator's columns of a table: all but those that an earlier result added. */
export function ownColumns({ headers }: ReportTable): readonly number[] {
  const added = addedColumns(headers)
  return [...headers.keys()].filter((column) => added[column] !== true)
}

export function* rowsOf(report: Report, table: number): Generator<ReportRow, void, undefined> {
  for (const row of report.rows) if (row.table === table) yield row
}

const longestName = 31

/** A name for each table's sheet that a workbook can have: its own where there is one, else that of the file. No two are the same. */
export function sheetNames(tables: readonly ReportTable[], reserved: readonly string[]): readonly string[] {
  const taken = new Set(reserved.map((name) => name.toLowerCase()))
  return tables.map(({ file, sheet }) => {
    const base = (sheet ?? file.replace(/\.[^.]+$/, '')).replaceAll(/[[\]:*?/\\\p{Cc}]/gu, ' ').replaceAll(/^[' ]+|[' ]+$/g, '') || 'Rows'
    for (let count = 1; ; count += 1) {
      const ending = count === 1 ? '' : ` (${count})`
      const name = `${base.slice(0, longestName - ending.length).trim()}${ending}`
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  })
}
