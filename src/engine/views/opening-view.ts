import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { z } from 'zod'
import type { SourceId } from '#shared/ipc/schemas.ts'
import type { SourceView } from '#shared/ipc/source-schemas.ts'
import type { FileToOpen, Opening } from '../session/open-session.ts'

/** Files that are still being read, as far as they are known: names, sizes, the tables begun so far and their rows. */
export async function openingView(sourceId: z.infer<typeof SourceId>, opening: Opening, paths: readonly FileToOpen[]): Promise<z.input<typeof SourceView>> {
  const files = await Promise.all(paths.map(async ({ path }) => ({
    // A file that has gone meanwhile fails where it is read, and is told from there.
    name: basename(path), sizeBytes: await stat(path).then(({ size }) => size, () => 0), reading: null,
  })))
  const [first] = files
  return {
    sourceId, state: 'reading', progress: opening.progress(), files, questions: [],
    file: files.length === 1 && first !== undefined ? first.name : `${files.length} files`,
    sizeBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    tables: opening.tables.map(({ started, rows }) => ({
      file: started.file, sheet: started.sheet, headerRow: started.headerRow, headers: [...started.headers], rows: rows.length,
      columns: started.headers.length, preamble: [], footer: [],
    })),
  }
}
