import { useSession } from '../../app/session.ts'
import type { ReadingDecisions, ReadingView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import type { Work } from '../../wizard/wizard-state.ts'
import { RowChoice } from './row-choice.tsx'
import { SheetChoice } from './sheet-choice.tsx'
import { TextChoice } from './text-choice.tsx'

interface ReadingChoiceProps { readonly work: Work; readonly file: number; readonly reading: ReadingView }

/** What was decided, as controls: a wrong guess is put right here and the file is read again. */
export function ReadingChoice({ work, file, reading }: ReadingChoiceProps) {
  const { act, wizard } = useSession()
  const isBusy = wizard.busy !== null
  const decided = work.files[file]?.decisions ?? {}
  const decide = (decision: ReadingDecisions): void => { if (!isBusy) void act.reread(file, decision) }
  const name = work.source.files[file]?.name
  const tables = work.source.tables.filter((table) => table.file === name)
  return (
    <div className="form">
      <div><h2>{words.check.overrule}</h2><p className="faint">{words.check.change}</p></div>
      {reading.kind === 'text'
        ? <TextChoice reading={reading} isBusy={isBusy} onDecide={decide} />
        : <SheetChoice reading={reading} tables={tables} decided={decided} isBusy={isBusy} onDecide={decide} />}
      <RowChoice table={tables[0]} decided={decided} isBusy={isBusy} onDecide={decide} />
    </div>
  )
}
