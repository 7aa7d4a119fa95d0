import type { TableView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'

interface LooseLinesProps { readonly title: string; readonly lines: TableView['preamble'] }

/** Lines that are no records: shown, so that nobody has to wonder where they went. */
export function LooseLines({ title, lines }: LooseLinesProps) {
  if (lines.length === 0) return null
  return (
    <section className="loose" aria-label={title} tabIndex={0}>
      <b>{title}</b>
      <ul>
        {lines.map(({ row, cells }) => (
          <li key={row}><span className="loose-row">{words.check.row(row)}</span><span>{cells.filter((cell) => cell.trim() !== '').join(' · ')}</span></li>
        ))}
      </ul>
    </section>
  )
}
