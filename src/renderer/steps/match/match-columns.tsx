import { ArrowRight, Bookmark, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '../../app/session.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { useGrowingCount } from '../../ui/use-growing-count.ts'
import type { Step } from '../../wizard/wizard-state.ts'
import { BackButton } from '../back-button.tsx'
import { StepPage } from '../step-page.tsx'
import { tableName } from '../table-name.ts'
import { AppliedBanner } from './applied-banner.tsx'
import { ColumnLine } from './column-line.tsx'
import { orderColumns, statusOf } from './column-status.ts'
import { FixedFields } from './fixed-fields.tsx'
import { SavedMappings } from './saved-mappings.tsx'

const w = words.match

export function MatchColumns({ step }: { readonly step: Extract<Step, { kind: 'match' }> }) {
  const { wizard, act } = useSession()
  const { mapping } = step
  // Only when the page opens and after a reset: an answered question keeps its place in the list.
  const [order, setOrder] = useState(() => orderColumns(mapping.tables))
  const columns = mapping.tables.flatMap((table) => table.columns)
  const count = (status: string): number => columns.filter((column) => statusOf(column) === status).length
  const [isSavedOpen, setSavedOpen] = useState(false)
  const shown = useGrowingCount(order.length)
  const isBusy = wizard.busy !== null
  const nameOf = (index: number): string | null => {
    const table = mapping.tables[index]
    return table === undefined || mapping.tables.length === 1 ? null : tableName(table, mapping.tables)
  }
  const reset = async (): Promise<void> => {
    const fresh = await act.resetMapping()
    if (fresh !== null) setOrder(orderColumns(fresh.tables))
  }
  return (
    <StepPage title={words.stepTitles.match} back={<BackButton />} note={w.summary(count('matched'), count('question'), mapping.missing.length)}
      aside={<div className="page-tools">
        {mapping.applied === null ? <Button size="small" look="quiet" isDisabled={isBusy} icon={<RotateCcw className="icon" aria-hidden />} onPress={() => void reset()}>{w.reset}</Button> : null}
        <Button size="small" look="quiet" icon={<Bookmark className="icon" aria-hidden />} onPress={() => setSavedOpen(true)}>{w.saved.button}</Button>
      </div>}
      next={<Button look="primary" isDisabled={isBusy} onPress={() => void act.readReview()} iconAtEnd icon={<ArrowRight className="icon" aria-hidden />}>{w.next}</Button>}>
      {mapping.applied === null ? null : <AppliedBanner applied={mapping.applied} isBusy={isBusy} onReset={() => void reset()} />}
      <SavedMappings sourceId={step.work.source.sourceId} name={mapping.applied?.name ?? suggestedName(step.work.source.file)} isOpen={isSavedOpen} onClose={() => setSavedOpen(false)}
        onApplied={(fresh) => setOrder(orderColumns(fresh.tables))} />
      <div className="match">
        <section className="columns" aria-label={words.stepTitles.match}>
          <div className="columns-head" aria-hidden><span>{w.column}</span><span>{w.samples}</span><span>{w.field}</span></div>
          <ul>
            {order.slice(0, shown).map((place) => {
              const view = mapping.tables[place.table]?.columns.find((column) => column.column === place.column)
              return view === undefined ? null : <ColumnLine key={`${place.table}:${place.column}`} table={place.table} view={view} sheet={nameOf(place.table)} />
            })}
          </ul>
        </section>
        <FixedFields mapping={mapping} />
      </div>
    </StepPage>
  )
}

/** A name to begin with: that of the file, without its ending. */
function suggestedName(file: string): string {
  return file.replace(/\.[^.]+$/, '')
}
