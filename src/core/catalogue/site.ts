// The site's own fields, without address and invoice details. elevate-api.md section 5.1.
import type { FieldEntry } from '#core/model/field.ts'
import { defineField } from './entry.ts'
import type { EntryInit } from './entry.ts'

const site = (property: string, init: Omit<EntryInit, 'source'>): FieldEntry => defineField('site', [property], { source: '5.1', ...init })

export const siteFields: readonly FieldEntry[] = [
  site('siteReference', {
    label: 'Site reference',
    aliases: [
      'site ref', 'site number', 'site no', 'site id', 'site code', 'site', 'location ref', 'location reference', 'location id', 'location code', 'location number', 'premises reference',
      'premises number', 'premises id', 'branch code', 'branch number', 'branch ref', 'branch reference', 'branch id', 'store number', 'store code', 'property reference', 'service reference', 'uprn', 'mpan',
    ],
    type: { kind: 'text', min: 1, max: 100, bounds: 'known', pattern: 'P' },
    required: 'always',
    help: 'The number or code of the site, 1 to 100 characters. Each site of a customer needs its own.',
  }),
  site('siteName', {
    label: 'Site name',
    aliases: ['name of site', 'location name', 'branch name', 'branch', 'location', 'premises', 'store name', 'site description', 'property name', 'office', 'office name', 'depot', 'ship to name', 'site location'],
    type: { kind: 'text', min: 1, max: 100, bounds: 'known', pattern: 'P' },
    required: 'always',
    help: 'The name of the site, 1 to 100 characters.',
  }),
  site('startDate', {
    label: 'Site start date',
    aliases: ['site start', 'site live date', 'site go live date', 'site opened', 'site from', 'site open date', 'location start date', 'installation date', 'install date', 'site activation date', 'site commencement date'],
    type: { kind: 'date' },
    required: 'always',
    help: 'The day from which the site is supplied.',
  }),
  site('endDate', {
    label: 'Site end date',
    aliases: ['site end', 'site closed', 'site until', 'site close date', 'site cease date', 'location end date', 'site termination date'],
    type: { kind: 'date' },
    help: 'The day on which the site ends. Leave it empty for sites that stay.',
  }),
  // Only here: the API knows ids, and an id exists only after the site was created.
  { ...site('invoiceSite', {
    label: 'Invoice site',
    aliases: [
      'invoice site reference', 'invoice site ref', 'invoices to site', 'invoices go to site', 'invoices go to', 'send invoices to', 'invoice to site', 'billing site', 'billing site reference', 'bill to site', 'receiving site', 'receiving site reference',
      'site receiving invoice', 'parent site', 'parent site reference', 'bill site', 'invoiced at site', 'invoicing site',
    ],
    type: { kind: 'site-reference' },
    help: 'The reference of another site of the same customer that receives the invoices of this one. Leave it empty when the site receives its own.',
  }), apiPath: [] },
  site('siteIdReceivingInvoice', {
    label: 'Elevate id of the invoice site',
    aliases: ['site id receiving invoice', 'receiving site id', 'invoice site id', 'billing site id', 'id of site receiving invoice'],
    type: { kind: 'integer', min: '1', max: '9223372036854775807', minBound: 'inferred', maxBound: 'known' },
    help: 'The id that Elevate gave to an existing site which receives the invoices of this one. For a site of the same file use the invoice site instead.',
  }),
  site('repaymentPlanAmount', {
    label: 'Repayment plan amount',
    aliases: ['repayment amount', 'payment plan amount', 'repayment instalment', 'instalment amount', 'repayment plan instalment', 'arrears repayment amount'],
    type: { kind: 'decimal', min: '1', max: '100000', bounds: 'known' },
    help: 'The amount repaid in each period, in pounds (or the major unit of the currency), from 1 to 100000.',
  }),
  site('repaymentPlanRemainingPeriods', {
    label: 'Repayment plan periods left',
    aliases: ['repayment plan remaining periods', 'repayment periods', 'repayment periods left', 'remaining periods', 'payment plan periods', 'remaining instalments', 'instalments left', 'repayment months left'],
    type: { kind: 'integer', min: '0', max: '240', minBound: 'known', maxBound: 'known' },
    help: 'How many periods, usually months, of the repayment plan are left: 0 to 240.',
  }),
]
