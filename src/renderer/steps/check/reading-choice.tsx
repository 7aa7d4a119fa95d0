import { useSession } from '../../app/session.ts'
import { words } from '../../app/wording.ts'
import { NumberBox } from '../../ui/number-box.tsx'
import { SelectBox } from '../../ui/select-box.tsx'
import type { ReadChoice, Work } from '../../wizard/wizard-state.ts'

const w = words.check
const delimiters = [',', ';', '\t', '|'] as const
const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const

/** What was detected, as controls: a wrong guess is put right here and the file is read again. */
export function ReadingChoice({ work }: { readonly work: Work }) {
  const { act, wizard } = useSession()
  const { reading, tables } = work.source
  const isBusy = wizard.busy !== null
  const reread = (choice: ReadChoice): void => void act.reread(choice)
  const headerRow = tables[0]?.headerRow ?? 1
  return (
    <div className="form">
      {reading.kind === 'workbook'
        ? <SelectBox label={w.sheet} isDisabled={isBusy} value={tables[0]?.sheet ?? null} onChange={(sheet) => reread({ sheet })}
            choices={reading.sheets.map((sheet) => ({ id: sheet.name, name: sheet.hidden ? `${sheet.name} ${w.hidden}` : sheet.name }))} />
        : <>
            <SelectBox label={w.encoding} isDisabled={isBusy} value={reading.encoding} onChange={(id) => reread({ encoding: encodings.find((name) => name === id) ?? 'utf-8' })}
              choices={encodings.map((id) => ({ id, name: id === reading.encoding && reading.byteOrderMark ? `${words.encodings[id]}, ${w.bom}` : words.encodings[id] }))} />
            <SelectBox label={w.delimiter} isDisabled={isBusy} value={reading.delimiter} onChange={(id) => reread({ delimiter: delimiters.find((mark) => mark === id) ?? ',' })}
              choices={delimiters.map((id) => ({ id, name: words.delimiters[id] }))} />
          </>}
      <NumberBox label={w.headerRow} value={headerRow} min={1} max={1000} onChange={(row) => { if (row !== headerRow && !isBusy) reread({ headerRow: row }) }} />
      <p className="faint">{w.change}</p>
    </div>
  )
}
