import type { ReadingDecisions, ReadingView, TableView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { CheckBox } from '../../ui/check-box.tsx'
import { SelectBox } from '../../ui/select-box.tsx'

const w = words.check

interface SheetChoiceProps {
  readonly reading: Extract<ReadingView, { kind: 'workbook' }>
  readonly tables: readonly TableView[]
  readonly decided: ReadingDecisions
  readonly isBusy: boolean
  readonly onDecide: (decision: ReadingDecisions) => void
}

/** Which sheets of a workbook count, and what is done with merged cells and hidden rows where there are any. */
export function SheetChoice({ reading, tables, decided, isBusy, onDecide }: SheetChoiceProps) {
  const read = new Set(tables.map((table) => table.sheet))
  const has = (about: string): boolean => reading.findings.some((finding) => finding.about === about)
  const hidden = (['include', 'skip'] as const).map((id) => ({ id, name: w.hiddenChoices[id] }))
  const pick = (name: string, isPicked: boolean): void => {
    const sheets = reading.sheets.map((sheet) => sheet.name).filter((sheet) => (sheet === name ? isPicked : read.has(sheet)))
    if (sheets.length > 0) onDecide({ sheets })
  }
  return (
    <>
      <fieldset className="sheets">
        <legend className="field-label">{w.sheets}</legend>
        {reading.sheets.map(({ name, hidden: isHidden }) => (
          <CheckBox key={name} isSelected={read.has(name)} isDisabled={isBusy || (read.size === 1 && read.has(name))} onChange={(isPicked) => pick(name, isPicked)}>
            {isHidden ? `${name} ${w.hidden}` : name}
          </CheckBox>
        ))}
      </fieldset>
      {has('merged-cells') || decided.mergedCells !== undefined
        ? <SelectBox label={w.merged} isDisabled={isBusy} value={decided.mergedCells ?? 'first'} onChange={(id) => onDecide({ mergedCells: id === 'fill' ? 'fill' : 'first' })}
            choices={(['first', 'fill'] as const).map((id) => ({ id, name: w.mergedChoices[id] }))} />
        : null}
      {has('hidden') || decided.hiddenRows !== undefined || decided.hiddenColumns !== undefined
        ? <>
            <SelectBox label={w.hiddenRows} isDisabled={isBusy} value={decided.hiddenRows ?? 'include'} onChange={(id) => onDecide({ hiddenRows: id === 'skip' ? 'skip' : 'include' })} choices={hidden} />
            <SelectBox label={w.hiddenColumns} isDisabled={isBusy} value={decided.hiddenColumns ?? 'include'} onChange={(id) => onDecide({ hiddenColumns: id === 'skip' ? 'skip' : 'include' })} choices={hidden} />
          </>
        : null}
    </>
  )
}
