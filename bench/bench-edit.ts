import { join } from 'node:path'
import { runProgram } from './children.ts'
import { inFolder } from './in-folder.ts'
import { makeFile } from './make-file.ts'
import { beside, markdown } from './table.ts'

const goalMs = 50

const names = {
  name: 'a text', type: 'a value of a list', date: 'a date', key: 'an account number', undo: 'taking one back',
  manyName: 'a text, with 100,000 changed cells', manyDate: 'a date, with them', manyKey: 'an account number, with them',
} as const

interface Edited {
  /** Milliseconds, medians of 40 edits all over the file. */
  readonly kinds: Readonly<Record<keyof typeof names, number>>
  /** Checking everything again, with the threads warm. */
  readonly full: number
  /** Until those 100,000 were answered, as one change. */
  readonly changed: number
}

/** How soon an edit is answered, and how much longer checking the whole file would take. */
export async function benchEdit({ rows }: { readonly rows: number }): Promise<string> {
  return inFolder(async (folder) => {
    const file = join(folder, 'rows.csv')
    await makeFile(file, rows)
    const { kinds, full, changed } = await runProgram({ program: 'edit-ours', args: [file] }) as Edited
    return markdown(`Edits: ${rows} rows, one in twenty damaged; checking them all takes ${full.toFixed(0)} ms, changing 100,000 cells at once ${changed.toFixed(0)} ms`, ['edited', 'ms', 'share of a full check'],
      (Object.keys(names) as (keyof typeof names)[]).map((kind) => [names[kind], beside({ figure: kinds[kind], goal: goalMs, digits: 1 }), (kinds[kind] / full).toFixed(4)]))
  })
}
