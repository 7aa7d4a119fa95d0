import { DatabaseSync } from '@photostructure/sqlite'
import type { Issue, IssueCode, Severity } from '#core/model/issue.ts'

/** An issue as it is stored: its place and kind as columns, itself as JSON. `customer`: number in the file's index, -1 for none. */
export type StoredIssue = readonly [table: number, row: number, column: number, code: IssueCode, severity: Severity, customer: number, json: string]

export interface IssueQuery {
  readonly code?: string | undefined
  readonly severity?: string | undefined
}

export interface IssueGroup {
  readonly code: IssueCode
  readonly severity: Severity
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
  page(query: IssueQuery, from: number, count: number): { readonly total: number; readonly issues: readonly Issue[] }
  /** Of rows `from` to `to` of a table. */
  ofRows(table: number, from: number, to: number): readonly Issue[]
  ofCustomer(customer: number): readonly Issue[]
  /** Row numbers with an error or a warning, ascending. */
  problemRows(table: number): Int32Array
  each(): Iterable<Issue>
  close(): void
}

export function storeIssue(issue: Issue, customer: number): StoredIssue {
  const { place, code, severity } = issue
  return [place?.table ?? -1, place?.row ?? -1, place?.column ?? -1, code, severity, customer, JSON.stringify(issue)]
}

const inFileOrder = 'ORDER BY table_no, row_no, column_no, id'

export function openIssueStore(path: string): IssueStore {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  database.exec(`CREATE TABLE issues (
    id INTEGER PRIMARY KEY, table_no INTEGER NOT NULL, row_no INTEGER NOT NULL, column_no INTEGER NOT NULL, code TEXT NOT NULL,
    severity TEXT NOT NULL, customer INTEGER NOT NULL, json TEXT NOT NULL) STRICT`)
  const insert = database.prepare('INSERT INTO issues (table_no, row_no, column_no, code, severity, customer, json) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const read = (sql: string, ...values: readonly (string | number)[]): readonly Issue[] =>
    (database.prepare(`SELECT json FROM issues ${sql}`).all(...values) as { readonly json: string }[]).map(({ json }) => JSON.parse(json) as Issue)
  return {
    add(issues) {
      if (issues.length === 0) return
      database.exec('BEGIN')
      for (const issue of issues) insert.run(...issue)
      database.exec('COMMIT')
    },
    seal() {
      database.exec('CREATE INDEX by_place ON issues (table_no, row_no, column_no); CREATE INDEX by_kind ON issues (code, severity, table_no, row_no, column_no); CREATE INDEX by_customer ON issues (customer)')
    },
    groups() {
      const counted = database.prepare('SELECT code, severity, count(*) AS count FROM issues GROUP BY code, severity').all() as Omit<IssueGroup, 'example'>[]
      return counted.flatMap((group) => {
        const [example] = read(`WHERE code = ? AND severity = ? ${inFileOrder} LIMIT 1`, group.code, group.severity)
        return example === undefined ? [] : [{ ...group, example }]
      })
    },
    page({ code, severity }, from, count) {
      const wanted = [...(code === undefined ? [] : [['code', code] as const]), ...(severity === undefined ? [] : [['severity', severity] as const])]
      const where = wanted.length === 0 ? '' : `WHERE ${wanted.map(([column]) => `${column} = ?`).join(' AND ')}`
      const values = wanted.map(([, value]) => value)
      const { total } = database.prepare(`SELECT count(*) AS total FROM issues ${where}`).get(...values) as { readonly total: number }
      return { total, issues: read(`${where} ${inFileOrder} LIMIT ? OFFSET ?`, ...values, count, from) }
    },
    ofRows: (table, from, to) => read(`WHERE table_no = ? AND row_no BETWEEN ? AND ? ${inFileOrder}`, table, from, to),
    ofCustomer: (customer) => read(`WHERE customer = ? ${inFileOrder}`, customer),
    problemRows: (table) => Int32Array.from(
      database.prepare("SELECT DISTINCT row_no FROM issues WHERE table_no = ? AND severity <> 'info' ORDER BY row_no").all(table) as { readonly row_no: number }[],
      ({ row_no: row }) => row,
    ),
    * each() {
      for (const { json } of database.prepare(`SELECT json FROM issues ${inFileOrder}`).iterate() as Iterable<{ readonly json: string }>) yield JSON.parse(json) as Issue
    },
    close: () => database.close(),
  }
}
