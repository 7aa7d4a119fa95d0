// Rows as short as a test wants them: field paths to texts, through the real mapping and the whole of prepare.
import { createHash } from 'node:crypto'
import { noEdits } from '#core/model/edits.ts'
import { parseTarget } from '#core/model/mapping.ts'
import type { Mapping } from '#core/model/mapping.ts'
import type { Issue } from '#core/model/issue.ts'
import type { Prepared } from '#core/model/prepared.ts'
import { noReference } from '#core/model/reference.ts'
import type { Source, SourceTable } from '#core/model/source.ts'
import type { NewHash } from '#core/ports.ts'
import { draftOf, prepare, similarOf } from '#core/pipeline.ts'
import type { CheckedCustomer, PrepareInput } from '#core/pipeline.ts'

export type Row = Readonly<Record<string, string>>

/** A row with nothing wrong: a customer, its site with invoice details, its contact. */
export const clean: Row = {
  'customer.customerAccountNumber': 'ACC1',
  'customer.customerName': 'Example Ltd',
  'customer.customerType': 'BUSINESS',
  'customer.startDate': '2025-03-01',
  'customer.contractOwnerId': '1',
  'customer.billingCycleId': '601',
  'site.siteReference': 'S1',
  'site.siteName': 'Main premises',
  'site.startDate': '2025-03-01',
  'site.siteAddress.address1': '1 High Street',
  'site.siteAddress.town': 'Leeds',
  'site.siteAddress.postcode': 'LS1 4AB',
  'site.siteAddress.country': 'GB',
  'site.siteInvoiceDetails.invoiceTemplateId': '201',
  'site.siteInvoiceDetails.paymentTermsInDays': '30',
  'siteContact.contactName': 'Ann Other',
  'siteContact.contactEmailAddress': 'ann@example.com',
  'siteContact.receiveInvoiceBy': 'EMAIL',
  'siteContact.contactNameToAppearOnInvoice': 'yes',
}

/** A second site of the clean customer that sends its invoices to S1. */
export const dependent: Row = {
  ...clean,
  'site.siteReference': 'S2',
  'site.siteName': 'Depot',
  'site.invoiceSite': 'S1',
  'site.siteInvoiceDetails.invoiceTemplateId': '',
  'site.siteInvoiceDetails.paymentTermsInDays': '',
}

export function changed(row: Row, change: Row): Row {
  return { ...row, ...change }
}

/** Only the fields whose path starts with one of these. */
export function only(row: Row, ...starts: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([path]) => starts.some((start) => path.startsWith(start))))
}

export type Options = Partial<Omit<PrepareInput, 'source' | 'mapping' | 'newHash'>> & { readonly fixed?: Row; readonly readingIssues?: readonly Issue[]; readonly fillDown?: boolean }

export const newHash: NewHash = () => {
  const hash = createHash('sha256')
  return { update: (text) => void hash.update(text), digestHex: () => hash.digest('hex') }
}

/** One table for each list of rows; its columns are all fields of its rows, in the order they first stand there. */
export function inputOf(tables: readonly (readonly Row[])[], options: Options = {}): PrepareInput {
  const { fixed = {}, readingIssues = [], fillDown, ...given } = options
  const columns = tables.map((rows) => [...new Set(rows.flatMap((row) => Object.keys(row)))])
  const source: Source = {
    file: 'test.csv', sizeBytes: 0, sha256: '', issues: readingIssues,
    files: [], questions: [],
    tables: tables.map((rows, table): SourceTable => ({
      file: 'test.csv', sheet: null, headerRow: 1, headers: columns[table] ?? [],
      rows: rows.map((row, index) => ({ row: index + 2, cells: (columns[table] ?? []).map((path) => row[path] ?? '') })),
    })),
  }
  const mapping: Mapping = {
    version: 1, fixed,
    tables: columns.map((paths) => ({
      sheet: null,
      ...(fillDown === undefined ? {} : { fillDown }),
      columns: paths.map((header, column) => ({ column, header, target: parseTarget(header), confidence: 1, accepted: parseTarget(header) !== null, reason: '' })),
    })),
  }
  return { source, mapping, edits: noEdits, excluded: new Set(), reference: noReference, options: { skipExisting: false }, newHash, ...given }
}

export function prepareRows(rows: readonly Row[], options: Options = {}): Prepared {
  return prepare(inputOf([rows], options))
}

export function prepareTables(tables: readonly (readonly Row[])[], options: Options = {}): Prepared {
  return prepare(inputOf(tables, options))
}

export function draftOfRows(rows: readonly Row[], options: Options = {}): CheckedCustomer {
  const input = inputOf([rows], options)
  const prepared = prepare(input)
  const first = prepared.customers[0]
  const found = first === undefined ? null : draftOf(input, first, similarOf(prepared.issues, first.key))
  if (found === null) throw new Error('no customer')
  return found
}

/** Issues as short lines: severity, code, row, and the field where there is one. */
export function lines(prepared: Pick<Prepared, 'issues'>): readonly string[] {
  return prepared.issues.map(({ severity, code, place, field }) =>
    [severity, code, ...(place === null ? [] : [`row ${place.row}`]), ...(field === null ? [] : [field])].join(' '))
}

/** The issues of rows of one table. */
export function issuesOf(rows: readonly Row[], options: Options = {}): readonly string[] {
  return lines(prepareRows(rows, options))
}

/** The issues of the clean row with these cells changed. */
export function issuesWith(change: Row, options: Options = {}): readonly string[] {
  return issuesOf([changed(clean, change)], options)
}

