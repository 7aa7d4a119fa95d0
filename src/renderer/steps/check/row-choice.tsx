import type { ReadingDecisions, TableView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { CheckBox } from '../../ui/check-box.tsx'
import { NumberBox } from '../../ui/number-box.tsx'

const w = words.check

interface RowChoiceProps {
  readonly table: TableView | undefined
  readonly decided: ReadingDecisions
  readonly isBusy: boolean
  readonly onDecide: (decision: ReadingDecisions) => void
}

/** Which rows are the header, and which of the last are no data. What stands above the header belongs to no record. */
export function RowChoice({ table, decided, isBusy, onDecide }: RowChoiceProps) {
  const hasNone = decided.headerRow === 'none' || (decided.headerRow === undefined && table?.headerRow === 0)
  const headerRow = table?.headerRow ?? 1
  const headerRows = decided.headerRows ?? 1
  const footerRows = decided.footerRows ?? table?.footer.length ?? 0
  return (
    <>
      {hasNone
        ? null
        : <div className="row-pair">
            <NumberBox label={w.headerRow} value={Math.max(1, headerRow)} min={1} max={1000} onChange={(row) => { if (row !== headerRow) onDecide({ headerRow: row }) }} />
            <NumberBox label={w.headerRows} value={headerRows} min={1} max={10} onChange={(rows) => { if (rows !== headerRows) onDecide({ headerRow: Math.max(1, headerRow), headerRows: rows }) }} />
          </div>}
      <CheckBox isSelected={hasNone} isDisabled={isBusy} onChange={(isNone) => onDecide({ headerRow: isNone ? 'none' : 1, headerRows: 1 })}>{w.noHeaderRow}</CheckBox>
      <NumberBox label={w.footerRows} value={footerRows} min={0} max={1000} onChange={(rows) => { if (rows !== footerRows) onDecide({ footerRows: rows }) }} />
    </>
  )
}
