import { useCallback, useMemo, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { formatCount } from '../../app/format.ts'
import { useSession } from '../../app/session.ts'
import type { ReportLine, ReportView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { DataGrid } from '../../ui/grid/data-grid.tsx'
import type { GridRow } from '../../ui/grid/grid-types.ts'
import type { Cursor } from '../../ui/grid/move-cursor.ts'
import { usePages } from '../../ui/grid/use-pages.ts'
import { reportOrder } from '../ledger-parts.ts'
import { reportColumns, type ReportColumn } from './report-columns.ts'
import { useWidth } from './use-width.ts'

const w = words.report
const known = new WeakMap<ReportLine, { readonly columns: readonly ReportColumn[]; readonly row: GridRow }>()

/** Every row of the file and what became of it. */
export function ReportLines({ report }: { readonly report: ReportView }) {
  const { client } = useSession()
  const [bucket, setBucket] = useState('all')
  const [chosen, setChosen] = useState(0)
  const { runId } = report
  const wanted = reportOrder.find((one) => one === bucket)
  const read = useCallback(async (from: number, count: number) => {
    const answer = await client.report.lines({ runId, from, count, ...(wanted === undefined ? {} : { bucket: wanted }) })
    return answer.ok ? { total: answer.value.total, rows: answer.value.lines } : null
  }, [client, runId, wanted])
  const pages = usePages<ReportLine>(read, `${runId}:${bucket}`, 0)
  const show = useCallback((first: number, last: number) => pages.want(first, last), [pages])
  const move = useCallback((cursor: Cursor) => setChosen(cursor.row), [])
  const line = pages.row(chosen)
  const [box, width] = useWidth()
  const columns = useMemo(() => reportColumns(report, { bucket: wanted, width }), [report, wanted, width])
  const choices = useMemo(() => [{ id: 'all', name: w.all, count: report.rows }, ...reportOrder.map((id) => ({ id: String(id), name: words.buckets[id], count: report.rowsByBucket[id] }))].filter((one) => one.count > 0 || one.id === 'all'), [report])
  return (
    <div className="report-lines" ref={box}>
      <ToggleButtonGroup className="segments" aria-label={w.columns.outcome} selectedKeys={[bucket]} disallowEmptySelection onSelectionChange={(keys) => { setBucket(String([...keys][0] ?? 'all')); setChosen(0) }}>
        {choices.map((one) => <ToggleButton key={one.id} id={one.id} className="segment">{one.name} <span className="segment-count">{formatCount(one.count)}</span></ToggleButton>)}
      </ToggleButtonGroup>
      <DataGrid label={w.table} headLabel={w.columns.row} columns={columns} rowCount={pages.total() ?? 0} empty={pages.total() === null ? null : <p>{w.none}</p>}
        rowAt={(index) => { const one = pages.row(index); return one === undefined ? undefined : toReportLine(one, columns) }} onShow={show} onMove={move} selectedRow={chosen} />
      <p className="report-reason" aria-live="polite">{line === undefined ? <span className="faint">{w.pick}</span> : <><b>{w.columns.row} {line.row}</b> · {words.buckets[line.bucket]}{line.reason === '' ? '' : `: ${line.reason}`}</>}</p>
    </div>
  )
}

function toReportLine(line: ReportLine, columns: readonly ReportColumn[]): GridRow {
  const before = known.get(line)
  if (before?.columns === columns) return before.row
  const row: GridRow = {
    head: String(line.row),
    state: { icon: <span className={`ledger-key tone-${line.bucket}`} />, label: '', tone: line.bucket },
    cells: columns.map((column) => column.textOf(line)),
    marks: new Map(), edited: new Set(), isFaint: line.bucket === 'blank' || line.bucket === 'excluded',
  }
  known.set(line, { columns, row })
  return row
}
