import type { z } from 'zod'
import type { RunEnd, RunProgress } from '../ipc/schemas.ts'

type Ended = Pick<z.output<typeof RunEnd>, 'state'>
type Counts = Pick<z.output<typeof RunProgress>, 'total' | 'created' | 'existing'>

/** What the system tells about an import that ended while nobody looked at the window: no file, no customer. Null: the operator ended it. */
export function importEnded({ state }: Ended, counts: Counts | null): { readonly title: string; readonly body: string } | null {
  const there = counts === null ? '' : `${counts.created + counts.existing} of ${counts.total} customers are in Elevate.`
  if (state === 'finished') return { title: 'The import has ended', body: `${there} The report says what became of each row.`.trim() }
  if (state === 'stopped') return { title: 'The import has stopped before its end', body: `${there} Nothing is lost: open the window to read why, and resume it.`.trim() }
  return null
}
