// Child of bench/run.ts: the script an engineer would write. Whole file, objects by header, zod on each row, grouped by account.
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { z } from 'zod'
import { report, startClock } from './measure.ts'

const blank = z.literal('')
const text = (max: number): z.ZodString => z.string().trim().min(1).max(max)
const optional = (max: number): z.ZodString => z.string().max(max)
const date = z.string().regex(/^(\d{4}-\d{2}-\d{2}|\d{2}\/\d{2}\/\d{4})$/).refine((value) => {
  const [first = '', second = '', third = ''] = value.split(/[-/]/)
  const [year, month, day] = value.includes('/') ? [third, second, first] : [first, second, third]
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return made.getUTCMonth() === Number(month) - 1 && made.getUTCDate() === Number(day)
})
const id = z.coerce.number().int().positive()
const method = z.enum(['CHEQUE', 'DIRECT_DEBIT', 'CREDIT_CARD', 'BACS', 'GO_CARDLESS', 'STRIPE'])
const number = z.coerce.number()

const Row = z.object({
  'Account number': text(100), 'Customer name': text(100), 'Customer type': z.enum(['RESIDENTIAL', 'BUSINESS', 'RESELLER', 'STAFF_MEMBER']),
  'Customer start date': date, 'Contract owner': id, 'Billing cycle': id, 'Contract term (months)': z.union([blank, number.int().min(0)]), 'Contract start date': z.union([blank, date]),
  'Credit threshold': z.union([blank, number.min(0)]), 'Site reference': text(100), 'Site name': text(100), 'Site start date': date, 'Address line 1': text(100), 'Address line 2': optional(100),
  Town: text(100), County: optional(100), Postcode: z.string().regex(/^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/), Country: z.string().regex(/^[A-Z]{2}$/),
  'Invoice site': optional(100), 'Invoice template': z.union([blank, id]), 'Payment method': z.union([blank, method]), 'Payment terms (days)': z.union([blank, number.int().min(0).max(400)]),
  'Preferred payment day': z.union([blank, number.int().min(1).max(31)]), 'Bank account name': optional(50), 'Sort code': z.union([blank, z.string().regex(/^\d\d-\d\d-\d\d$/)]),
  'Bank account number': z.union([blank, z.string().regex(/^\d{8,10}$/)]), 'Mandate reference': optional(255), 'Third-party customer reference': optional(100),
  'Accounts package reference': optional(100), 'Purchase order number': optional(100), 'Contact name': text(100), 'Contact email': z.email().max(255), 'Contact telephone': optional(26),
  'Contact role': z.union([blank, z.literal('ACCOUNTS')]), 'Receive invoice by': z.union([blank, z.enum(['EMAIL', 'POST', 'BOTH'])]), 'Contact appears on invoice': z.union([blank, z.enum(['Yes', 'No'])]),
  'Contact alternative telephone': optional(26), 'Direct debit reference': optional(100), 'Tax registration number': optional(50), 'Invoice notes': optional(1000),
})
  .refine((row) => (row['Contract term (months)'] === '') === (row['Contract start date'] === ''))
  .refine((row) => row['Contact appears on invoice'] !== 'Yes' || row['Receive invoice by'] !== '')

type Site = { readonly reference: string; readonly contacts: unknown[] }

const seconds = startClock()
const { data } = Papa.parse<Record<string, string>>(readFileSync(process.argv[2] ?? '', 'utf8'), { header: true, skipEmptyLines: true })
const readAt = seconds()
const customers = new Map<string, { readonly row: unknown; readonly sites: Map<string, Site> }>()
const errors: unknown[] = []
for (const [index, record] of data.entries()) {
  const parsed = Row.safeParse(record)
  if (!parsed.success) errors.push({ row: index + 2, issues: parsed.error.issues })
  const account = record['Account number'] ?? ''
  const customer = customers.get(account) ?? { row: parsed.data, sites: new Map<string, Site>() }
  customers.set(account, customer)
  const reference = record['Site reference'] ?? ''
  const site = customer.sites.get(reference) ?? { reference, contacts: [] }
  customer.sites.set(reference, site)
  site.contacts.push(parsed.data)
}
const bodies = [...customers.values()].map(({ row, sites }) => JSON.stringify({ row, sites: [...sites.values()] }))
report({ seconds: seconds(), parts: { read: readAt, rest: seconds() - readAt }, rows: data.length, customers: bodies.length, errors: errors.length })
