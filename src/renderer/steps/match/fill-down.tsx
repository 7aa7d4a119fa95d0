import { useSession } from '../../app/session.ts'
import type { MappingView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { SelectBox } from '../../ui/select-box.tsx'
import { tableName } from '../table-name.ts'

const w = words.match

/** Whether rows without an account number continue the row above them; one choice for each table. */
export function FillDown({ tables }: { readonly tables: MappingView['tables'] }) {
  const { act } = useSession()
  const choices = (['detect', 'on', 'off'] as const).map((id) => ({ id, name: w.fillDowns[id] }))
  return tables.map((table, index) => (
    <SelectBox key={index} label={tables.length > 1 ? `${w.fillDown}: ${tableName(table, tables)}` : w.fillDown} choices={choices}
      value={table.fillDown === null ? 'detect' : table.fillDown ? 'on' : 'off'} onChange={(id) => void act.setFillDown(index, id === 'detect' ? null : id === 'on')} />
  ))
}
