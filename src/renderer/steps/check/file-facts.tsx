import { formatCount, formatSize } from '../../app/format.ts'
import { words } from '../../app/wording.ts'
import { SelectBox } from '../../ui/select-box.tsx'
import type { Work } from '../../wizard/wizard-state.ts'
import { FindingList } from './finding-list.tsx'
import { ReadingChoice } from './reading-choice.tsx'

const w = words.check

/** Cells past the last heading make columns too; else the figures here and those of the separator would seem to disagree. */
function Unnamed({ headers }: { readonly headers: readonly string[] }) {
  const count = headers.filter((header) => header.trim() === '').length
  return count === 0 ? null : <span className="facts-note faint">{w.unnamed(count)}</span>
}

interface FileFactsProps { readonly work: Work; readonly file: number; readonly onFile: (index: number) => void }

/** One file of those that were opened: its size, how it was read and why, and the controls that overrule it. */
export function FileFacts({ work, file, onFile }: FileFactsProps) {
  const { files, tables, questions } = work.source
  const shown = files[file]
  if (shown === undefined) return null
  return (
    <section className="check-facts" aria-label={w.facts}>
      {files.length > 1
        ? <SelectBox label={w.file} value={String(file)} onChange={(id) => onFile(Number(id))} choices={files.map(({ name }, index) => ({ id: String(index), name }))} />
        : null}
      <dl className="facts">
        {files.length > 1 ? null : <div><dt>{w.file}</dt><dd>{shown.name}</dd></div>}
        <div><dt>{w.size}</dt><dd>{formatSize(shown.sizeBytes)}</dd></div>
        {tables.filter((table) => table.file === shown.name).map((table, index) => (
          <div key={index}><dt>{table.sheet ?? w.rows}</dt><dd>{w.extent(formatCount(table.rows), formatCount(table.columns))}<Unnamed headers={table.headers} /></dd></div>
        ))}
      </dl>
      {shown.reading === null
        ? <p className="faint">{w.wait}</p>
        : <>
            <FindingList findings={shown.reading.findings} decided={work.files[file]?.decisions ?? {}} questions={questions.filter((question) => question.file === file)} />
            <ReadingChoice work={work} file={file} reading={shown.reading} />
          </>}
    </section>
  )
}
