import type { z } from 'zod'
import { fieldEntries } from '#core/catalogue/index.ts'
import { columnLetters } from '#core/model/place.ts'
import { ok } from '#core/model/result.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { AllHandlers } from '#shared/ipc/kit.ts'
import type * as s from '#shared/ipc/schemas.ts'
import { body, cellsOf, codeOf, headers, marksOf, targets, titleOf } from './fake-data.ts'
import { fakeRun } from './fake-run.ts'

export interface FakeOptions { readonly rows: number; readonly isLive: boolean; readonly hasRuns: boolean; readonly isClean: boolean; readonly send: (name: string, payload: unknown) => void }

type RowView = z.input<typeof s.RowView>
type IssueView = z.input<typeof s.IssueView>

/** Answers every call of the contract out of made-up data, for looking at the window in a browser. Never part of the product. */
export function fakeEngine(options: FakeOptions): AllHandlers<AppContract, keyof AppContract> {
  const edits = new Map<string, string>()
  const excluded = new Set<number>()
  const fixed: Record<string, string> = {}
  const chosen = new Map<number, { target: string | null; accepted: boolean }>()
  let reading = { delimiter: ',', encoding: 'utf-8', headerRow: 1 }
  let kind: 'practice' | 'live' = options.isLive ? 'live' : 'practice'
  const sourceId = 'src-1' as z.output<typeof s.SourceId>
  const token = 'tok-1' as z.output<typeof s.FileToken>
  const rowCount = options.rows

  const rowOf = (row: number): RowView => {
    const cells = cellsOf(row)
    const edited = headers.flatMap((_, column) => (edits.has(`${row}:${column}`) ? [column] : []))
    for (const column of edited) cells[column] = edits.get(`${row}:${column}`) ?? ''
    const marks = options.isClean ? [] : marksOf(cells)
    const bucket = excluded.has(row) ? 'excluded' : marks.some((mark) => mark.severity === 'error') ? 'held' : 'ready'
    return { row, bucket, customer: cells[0] ?? null, cells, marks, edited }
  }
  // Problems are only looked for in the first 20,000 rows: enough to look at.
  const problems = (): RowView[] => Array.from({ length: Math.min(rowCount, 20_000) }, (_, index) => rowOf(index + 2)).filter((row) => row.marks.length > 0)
  const issues = (): IssueView[] => problems().flatMap((row) => row.marks.map((mark): IssueView => ({
    code: codeOf[mark.column] ?? 'bad-email', severity: mark.severity, file: 'spring-onboarding.csv', sheet: null, row: row.row, column: headers[mark.column] ?? null,
    cell: `${columnLetters(mark.column)}${row.row}`, field: targets[mark.column] ?? null, value: row.cells[mark.column] ?? null, message: mark.messages[0] ?? '',
    customer: row.customer, site: null, related: [], table: 0, columnIndex: mark.column,
  })))
  const counts = () => {
    const held = problems().filter((row) => row.bucket === 'held').length
    const all = issues()
    const of = (severity: string): number => all.filter((one) => one.severity === severity).length
    const blank = Math.min(2, rowCount)
    return {
      rows: rowCount, rowsByBucket: { ready: rowCount - held - excluded.size - blank, held, existing: 0, excluded: excluded.size, blank },
      customers: Math.ceil(rowCount / 2), customersReady: Math.max(0, Math.ceil(rowCount / 2) - held), customersHeld: held, customersExisting: 0,
      sites: rowCount, contacts: rowCount, errors: of('error'), warnings: of('warning'), infos: of('info'),
    }
  }
  const review = () => {
    const all = issues()
    const codes = [...new Set(all.map((one) => one.code))]
    return { counts: counts(), groups: codes.map((code) => {
      const of = all.filter((one) => one.code === code)
      return { code, severity: of[0]?.severity ?? 'error', title: titleOf[code] ?? code, count: of.length, example: of[0]?.message ?? '' } as const
    }) }
  }
  const mapping = () => ({
    tables: [{ sheet: null, columns: headers.map((header, column) => {
      const choice = chosen.get(column)
      const isQuestion = choice === undefined && (column === 10 || column === 12)
      const target = choice === undefined ? targets[column] ?? null : choice.target
      return {
        column, letters: columnLetters(column), header, target, confidence: choice === undefined ? (target === null ? 0 : isQuestion ? 0.62 : 0.97) : 1,
        accepted: choice?.accepted ?? (target !== null && !isQuestion),
        reason: choice !== undefined ? 'Your choice.' : target === null ? 'No field has a name like this.' : isQuestion ? 'The name fits two fields; the values look like people’s names.' : `“${header}” is a known name of this field.`,
        dateOrder: column === 2 ? 'dmy' as const : null, dateOrderProven: false, samples: [cellsOf(2)[column] ?? '', cellsOf(5)[column] ?? '', cellsOf(9)[column] ?? ''],
      }
    }) }],
    fixed,
    missing: fieldEntries.filter((entry) => (entry.path === 'customer.contractOwner.id' || entry.path === 'customer.contractOwnerId' || entry.path === 'site.startDate' || entry.path.endsWith('billingCycleId') || entry.path.endsWith('paymentMethod')) && !(entry.path in fixed)).map((entry) => ({ field: entry.path, label: entry.label })),
  })
  const page = <Row>(rows: readonly Row[], from: number, count: number): Row[] => rows.slice(from, from + count)
  const view = () => ({
    sourceId, file: 'spring-onboarding.csv', sizeBytes: 184_320,
    reading: { kind: 'text' as const, delimiter: reading.delimiter, encoding: reading.encoding, byteOrderMark: true, quote: '"', newline: '\r\n', evidence: ['The file begins with a UTF-8 byte order mark.', 'A comma splits the first 200 lines into 14 columns each; no other separator does.', 'Line 1 is text in every column and is not repeated below: it is the heading.'] },
    tables: [{ sheet: null, headerRow: reading.headerRow, headers: [...headers], rows: rowCount, columns: headers.length }],
  })
  const target = () => kind === 'practice'
    ? { kind, label: 'Practice server', baseUrl: 'http://127.0.0.1:4010', brand: 'practice', user: 'practice', lists: { 'contract-owners': 2 } }
    : { kind, label: 'api.billing.example', baseUrl: 'https://api.billing.example', brand: 'Northwind', user: 'operator', lists: { 'contract-owners': 2 } }
  const customerOf = (index: number) => {
    const rows = [rowOf(2 + index * 2), rowOf(3 + index * 2)]
    const held = rows.some((row) => row.bucket === 'held')
    return { key: rows[0]?.customer ?? '', name: rows[0]?.cells[1] ?? '', bucket: held ? 'held' as const : 'ready' as const, rows: rows.map((row) => row.row), sites: 2, contacts: 2, errors: held ? 1 : 0, warnings: 0 }
  }
  const run = fakeRun(options)
  return {
    app: { info: () => ok({ version: '0.1.0', practiceOnly: false }) },
    files: { choose: () => ok({ token, name: 'spring-onboarding.csv' }), example: () => ok({ token, name: 'spring-onboarding.csv' }), chooseSave: () => ok({ token, name: 'report.xlsx' }) },
    source: {
      open: ({ delimiter, encoding, headerRow }) => {
        reading = { delimiter: delimiter ?? reading.delimiter, encoding: encoding ?? reading.encoding, headerRow: headerRow ?? reading.headerRow }
        return ok(view())
      },
      rows: ({ from, count, only }) => {
        if (only === 'problems') { const all = problems(); return ok({ total: all.length, rows: page(all, from, count) }) }
        return ok({ total: rowCount, rows: Array.from({ length: Math.max(0, Math.min(count, rowCount - from)) }, (_, index) => rowOf(from + index + 2)) })
      },
      locate: ({ row, only }) => ok({ index: only === 'all' ? row - 2 : problems().findIndex((one) => one.row === row) }),
      edit: ({ row, column, text }) => {
        if (text === null) edits.delete(`${row}:${column}`)
        else edits.set(`${row}:${column}`, text)
        return ok(review())
      },
      exclude: ({ rows, excluded: isOut }) => {
        for (const row of rows) { if (isOut) excluded.add(row); else excluded.delete(row) }
        return ok(review())
      },
      close: () => ok({}),
    },
    mapping: {
      read: () => ok(mapping()),
      setColumn: ({ column, target: wanted }) => { chosen.set(column, { target: wanted, accepted: true }); return ok(mapping()) },
      setFixed: ({ field, text }) => { if (text === null) delete fixed[field]; else fixed[field] = text; return ok(mapping()) },
      reset: () => { chosen.clear(); return ok(mapping()) },
      save: () => ok({}),
    },
    review: {
      read: () => ok(review()),
      issues: ({ from, count, code }) => { const all = issues().filter((one) => code === undefined || one.code === code); return ok({ total: all.length, issues: page(all, from, count) }) },
      customers: ({ from, count, search = '', bucket }) => {
        const total = Math.ceil(rowCount / 2)
        if (search !== '' || bucket !== undefined) { const all = Array.from({ length: Math.min(total, 500) }, (_, index) => customerOf(index)).filter((one) => bucket === undefined || one.bucket === bucket).filter((one) => `${one.key} ${one.name}`.toLowerCase().includes(search.toLowerCase())); return ok({ total: all.length, customers: page(all, from, count) }) }
        return ok({ total, customers: Array.from({ length: Math.max(0, Math.min(count, total - from)) }, (_, index) => customerOf(from + index)) })
      },
      customer: ({ row }) => {
        const customer = customerOf(Math.floor((row - 2) / 2))
        const field = (column: number, at: number) => ({ field: targets[column] ?? 'customer.customFields.x', label: headers[column] ?? '', value: rowOf(at).cells[column] ?? '', cell: `${columnLetters(column)}${at}` })
        return ok({
          key: customer.key, name: customer.name, bucket: customer.bucket, fields: [0, 1, 2].map((column) => field(column, row)),
          sites: customer.rows.map((at) => ({ reference: rowOf(at).cells[4] ?? '', fields: [4, 5, 6, 7, 8, 9].map((column) => field(column, at)), contacts: [{ fields: [10, 11, 12].map((column) => field(column, at)) }] })),
          contacts: [], issues: issues().filter((one) => one.customer === customer.key),
          requests: customer.bucket === 'held' ? [] : [{ method: 'POST' as const, path: '/customers', body }, { method: 'POST' as const, path: '/sites', body: '{"siteReference":"S2","siteIdReceivingInvoice":0}' }],
        })
      },
    },
    target: {
      current: () => ok(target()),
      connect: (choice) => {
        if (choice.kind === 'live' && choice.password === 'wrong') return { ok: false, failure: { code: 'not-authorised', message: 'The server did not accept the user name or the password. Check both and try again; after several wrong tries the account may be locked.' } }
        kind = choice.kind
        return ok(target())
      },
      reference: ({ kind: list }) => ok({ read: true, items: list === 'custom-field-definitions' ? [{ id: '501', name: 'Alarm code', kind: 'SITE' }, { id: '502', name: 'Region', kind: 'CUSTOMER' }] : [{ id: '11', name: 'Acme Telecom', kind: null }, { id: '12', name: 'Acme Wholesale', kind: null }] }),
    },
    run: { ...run.calls, dryRun: async () => {
      await new Promise((done) => setTimeout(done, 150))
      const now = counts()
      return ok({ planHash: '3fa94c1e77d2b0a9c5e8f1d2', counts: now, requests: { createCustomer: now.customersReady, createSite: 6 }, estimatedSeconds: (now.customersReady + 6) / 10, notices: options.isClean ? [] : ['3 welcome e-mails will really be sent, the first on 1 March 2025 to Harbour & Finch Ltd.'] })
    } },
    report: run.report,
  }
}
