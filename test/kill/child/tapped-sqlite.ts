// Stands where production code imports SQLite, in the killed program alone (see build-child.ts): the same class, but somebody may
// look at each statement before it is run.
import { createRequire } from 'node:module'
import type * as Sqlite from '@photostructure/sqlite'

const real = createRequire(import.meta.url)('@photostructure/sqlite') as typeof Sqlite

/** `before` answers the statement to run. */
export const tap: { before: (sql: string) => string; after: (sql: string) => void } = { before: (sql) => sql, after: () => undefined }

export class DatabaseSync extends real.DatabaseSync {
  override exec(sql: string): void {
    super.exec(tap.before(sql))
    tap.after(sql)
  }
}
