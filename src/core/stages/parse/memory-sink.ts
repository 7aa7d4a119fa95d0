import type { NewRowSink, SourceRow } from '#core/model/source.ts'
import { newTableProfiler } from '#core/values/profile-table.ts'

/** Keeps all rows in memory: for small files and for tests. */
export const newMemorySink: NewRowSink = () => {
  const rows: SourceRow[] = []
  const profiler = newTableProfiler()
  return {
    add(row) {
      rows.push(row)
      profiler.push(row.cells)
    },
    finish: () => ({ rows, columns: profiler.finish() }),
  }
}
