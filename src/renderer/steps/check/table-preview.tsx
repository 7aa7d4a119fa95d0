import { memo, useState } from 'react'
import { formatCount } from '../../app/format.ts'
import type { SourceView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { SelectBox } from '../../ui/select-box.tsx'
import { LooseLines } from './loose-lines.tsx'
import { ReadRows } from './read-rows.tsx'
import { tableName } from '../table-name.ts'

const w = words.check

/** The rows of one table as they were read, with what stands above and below it and belongs to no record. */
export const TablePreview = memo(function TablePreview({ source, version }: { readonly source: SourceView; readonly version: number }) {
  const [picked, setPicked] = useState(0)
  const index = Math.min(picked, source.tables.length - 1)
  const table = source.tables[index]
  if (table === undefined) return null
  return (
    <div className="preview">
      {source.tables.length > 1
        ? <div className="preview-table">
            <SelectBox label={w.table} value={String(index)} onChange={(id) => setPicked(Number(id))}
              choices={source.tables.map((each, at) => ({ id: String(at), name: tableName(each, source.tables), help: w.extent(formatCount(each.rows), formatCount(each.columns)) }))} />
          </div>
        : null}
      <LooseLines title={w.above} lines={table.preamble} />
      <ReadRows key={index} source={source} table={index} version={version} />
      <LooseLines title={w.below} lines={table.footer} />
    </div>
  )
})
