import { DatabaseSync } from '@photostructure/sqlite'
import type { Issue, IssueCode, Severity } from '#core/model/issue.ts'
import type { StoredIssue } from './stored-issue.ts'

export interface IssueQuery {
  readonly code?: string | undefined
  readonly severity?: string | undefined
  /** As `causeKey` makes it. */
  readonly cause?: string | undefined
}

export interface IssueGroup {
  readonly code: IssueCode
  readonly severity: Severity
  readonly count: number
  /** The first of them in file order. */
  readonly example: Issue
}

/** Issues that have the same cause. */
export interface IssueCause {
  readonly cause: string
  readonly count: number
  /** The first of them in file order. */
  readonly example: Issue
}

/** All issues of a file, in file order, those of the whole file first. Thousands or millions: only pages come into memory. */
export interface IssueStore {
  add(issues: readonly StoredIssue[]): void
  /** Nothing more comes: makes what the queries need. */
  seal(): void
  groups(): readonly IssueGroup[]
  /** The most frequent first, errors before warnings before the rest; not more than `limit`. */
  causes(limit: number): { readonly total: number; readonly causes: readonly IssueCause[] }
  page(query: IssueQuery, from: number, count: number): { readonly total: number; readonly issues: readonly Issue[] }
  /** Of rows `from` to `to` of a table. */
  ofRows(table: number, from: number, to: number): readonly Issue[]
  /** Row numbers with such an issue, ascending; without a code, severity or cause: with an error or a warning. */
  rows(table: number, query: IssueQuery): Int32Array
  each(query?: IssueQuery): Iterable<Issue>
  /** These issues instead of all that the customers had. */
  replace(customers: readonly number[], issues: readonly StoredIssue[]): Readonly<Record<Severity, number>>
  close(): void
}

const inFileOrder = 'ORDER BY table_no, row_no, column_no, id'

export function openIssueStore(path: string): IssueStore {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  database.exec(`CREATE TABLE issues (
    id INTEGER PRIMARY KEY, table_no INTEGER NOT NULL, row_no INTEGER NOT NULL, column_no INTEGER NOT NULL, code TEXT NOT NULL,
    severity TEXT NOT NULL, cause TEXT NOT NULL, customer INTEGER NOT NULL, json TEXT NOT NULL) STRICT`)
  const insert = database.prepare('INSERT INTO issues (table_no, row_no, column_no, code, severity, cause, customer, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const read = (sql: string, ...values: readonly (string | number)[]): readonly Issue[] =>
    (database.prepare(`SELECT json FROM issues ${sql}`).all(...values) as { readonly json: string }[]).map(({ json }) => JSON.parse(json) as Issue)
  const add = (issues: readonly StoredIssue[]): void => {
    for (const issue of issues) insert.run(...issue)
  }
  const batch = newBatch(database)
  return {
    add: (issues) => batch.write(issues.length, () => add(issues)),
    seal() {
      batch.commit()
      database.exec(`CREATE INDEX by_place ON issues (table_no, row_no, column_no); CREATE INDEX by_kind ON issues (code, severity, table_no, row_no, column_no);
        CREATE INDEX by_cause ON issues (cause, table_no, row_no, column_no); CREATE INDEX by_customer ON issues (customer)`)
    },
    groups() {
      const counted = database.prepare('SELECT code, severity, count(*) AS count FROM issues GROUP BY code, severity').all() as Omit<IssueGroup, 'example'>[]
      return counted.flatMap((group) => {
        const [example] = read(`WHERE code = ? AND severity = ? ${inFileOrder} LIMIT 1`, group.code, group.severity)
        return example === undefined ? [] : [{ ...group, example }]
      })
    },
    causes(limit) {
      const counted = database.prepare('SELECT cause, count(*) AS count FROM issues GROUP BY cause').all() as Omit<IssueCause, 'example'>[]
      const first = counted.toSorted((one, other) => weight(one.cause) - weight(other.cause) || other.count - one.count || (one.cause < other.cause ? -1 : 1)).slice(0, limit)
      return { total: counted.length, causes: first.flatMap((cause) => read(`WHERE cause = ? ${inFileOrder} LIMIT 1`, cause.cause).map((example) => ({ ...cause, example }))) }
    },
    page(query, from, count) {
      const { where, values } = conditionOf(query)
      const { total } = database.prepare(`SELECT count(*) AS total FROM issues ${where}`).get(...values) as { readonly total: number }
      return { total, issues: read(`${where} ${inFileOrder} LIMIT ? OFFSET ?`, ...values, count, from) }
    },
    ofRows: (table, from, to) => read(`WHERE table_no = ? AND row_no BETWEEN ? AND ? ${inFileOrder}`, table, from, to),
    rows(table, query) {
      const { where, values } = conditionOf(query)
      const sql = `SELECT DISTINCT row_no FROM issues ${where === '' ? "WHERE severity <> 'info'" : where} AND table_no = ? AND row_no >= 0 ORDER BY row_no`
      return Int32Array.from(database.prepare(sql).all(...values, table) as { readonly row_no: number }[], ({ row_no: row }) => row)
    },
    * each(query = {}) {
      const { where, values } = conditionOf(query)
      for (const { json } of database.prepare(`SELECT json FROM issues ${where} ${inFileOrder}`).iterate(...values) as Iterable<{ readonly json: string }>) yield JSON.parse(json) as Issue
    },
    replace(customers, issues) {
      const change: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
      const gone = database.prepare('DELETE FROM issues WHERE customer = ? RETURNING severity')
      inTransaction(database, () => {
        for (const customer of customers) for (const { severity } of gone.all(customer) as { readonly severity: Severity }[]) change[severity] -= 1
        add(issues)
      })
      for (const [, , , , severity] of issues) change[severity] += 1
      return change
    },
    close: () => database.close(),
  }
}

const together = 4_000

/** One transaction for some thousand issues: those of one chunk of customers are few. */
function newBatch(database: InstanceType<typeof DatabaseSync>): { write(count: number, work: () => void): void; commit(): void } {
  let open = 0
  const commit = (): void => {
    if (open > 0) database.exec('COMMIT')
    open = 0
  }
  return {
    write(count, work) {
      if (count === 0) return
      if (open === 0) database.exec('BEGIN')
      open += count
      work()
      if (open >= together) commit()
    },
    commit,
  }
}

function inTransaction(database: InstanceType<typeof DatabaseSync>, work: () => void): void {
  database.exec('BEGIN')
  work()
  database.exec('COMMIT')
}

function conditionOf(query: IssueQuery): { readonly where: string; readonly values: readonly string[] } {
  const wanted = (['code', 'severity', 'cause'] as const).flatMap((column) => (query[column] === undefined ? [] : [[column, query[column]] as const]))
  return { where: wanted.length === 0 ? '' : `WHERE ${wanted.map(([column]) => `${column} = ?`).join(' AND ')}`, values: wanted.map(([, value]) => value) }
}

/** A cause begins with its code, then the severity. */
function weight(cause: string): number {
  if (cause.includes('","error",')) return 0
  return cause.includes('","warning",') ? 1 : 2
}
