// Histories hold texts that the operator typed and the ones they replaced: they are not kept for ever.
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A quarter of a year: the file of last month or last quarter still has its history when its successor comes. */
const keptDays = 90
const dayMs = 86_400_000

/** Deletes the histories that were not opened for so long, with what SQLite and a damaged one left beside them. Answers how many went. */
export function forgetOldHistories(folder: string, nowMs: number): number {
  const all = filesIn(folder)
  let forgotten = 0
  for (const history of new Set(all.flatMap((file) => historyOf(file) ?? []))) {
    const files = all.filter((file) => historyOf(file) === history)
    const times = files.flatMap((file) => lastUsed(join(folder, file)))
    if (times.length === 0 || Math.max(...times) > nowMs - keptDays * dayMs) continue
    for (const file of files) remove(join(folder, file))
    forgotten += 1
  }
  return forgotten
}

/** `x.sqlite`, `x.sqlite-wal`, `x.sqlite.damaged` belong together; null for what is not ours. */
function historyOf(file: string): string | null {
  return /^([0-9a-f]{40})\.sqlite(?:-wal|-shm|\.damaged)?$/.exec(file)?.[1] ?? null
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // Nothing was ever changed here.
  }
}

function lastUsed(path: string): readonly number[] {
  try {
    return [statSync(path).mtimeMs]
  } catch {
    return [] // Another window was faster.
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // In use, or not ours to delete: tried again at the next start.
  }
}
