import { TriangleAlert } from 'lucide-react'
import type { FixPreview } from '../../app/views.ts'
import { words } from '../../app/wording.ts'

const w = words.mend

interface FixPreviewTableProps {
  readonly preview: FixPreview | null
  /** Problems of the cause. */
  readonly count: number
}

/** Before and after, side by side. */
export function FixPreviewTable({ preview, count }: FixPreviewTableProps) {
  if (preview === null) return <p className="mend-preview faint" role="status">{words.busy.loading}</p>
  const { changes, total, fitted, helps } = preview
  return (
    <div className="mend-preview" tabIndex={0} role="group" aria-label={w.preview}>
      <p className="mend-sum" role="status"><b>{w.fits(fitted, count)}</b>{total > changes.length ? <span className="faint">{w.shown(changes.length, total)}</span> : null}</p>
      {helps || fitted === 0 ? null : <p className="mend-warning"><TriangleAlert className="icon" aria-hidden />{w.helpsNot}</p>}
      {changes.length === 0 ? null : (
        <table className="before-after">
          <thead><tr><th scope="col">{w.cell}</th><th scope="col">{w.before}</th><th scope="col">{w.after}</th></tr></thead>
          <tbody>
            {changes.map(({ table, cell, before, after }) => (
              <tr key={`${table}:${cell}`}>
                <th scope="row">{cell}</th>
                <td><del>{before === '' ? w.emptied : before}</del></td>
                <td>{after === null ? <span className="faint">{w.out}</span> : <ins>{after === '' ? w.emptied : after}</ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
