import type { Result } from '#core/model/result.ts'
import type { Database } from './database.ts'
import { isSpoiled } from './failures.ts'

export type Using = <Value>(work: (database: Database) => Result<Value>) => Result<Value>

/** The open database. One whose disk has failed is closed, opened and checked again before it is used for anything else. */
export function createStore(first: Database, open: () => Result<Database>): { readonly using: Using; readonly close: () => void } {
  let database = first
  return {
    using(work) {
      if (isSpoiled(database)) {
        if (database.isOpen) database.close()
        const again = open()
        if (!again.ok) return again
        database = again.value
      }
      return work(database)
    },
    close() {
      if (database.isOpen) database.close()
    },
  }
}
