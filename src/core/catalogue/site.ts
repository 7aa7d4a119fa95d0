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
      'premises id', 'premises code', 'branch no and code', 'branch code', 'branch number', 'branch ref', 'branch reference', 'branch id', 'store number', 'store code', 'property reference', 'property id',
      'property code', 'property number', 'service reference', 'shop number', 'shop code', 'outlet number', 'outlet code', 'depot code', 'depot number', 'unit reference', 'installation reference', 'installation number',
      'supply reference', 'service location id', 'site unique reference', 'our site ref', 'site key',
    ],
    weakAliases: ['premises number', 'uprn', 'mpan', 'mprn', 'service id', 'circuit reference', 'service number'],
    type: { kind: 'text', min: 1, max: 100, bounds: 'known', pattern: 'P' },
    required: 'always',
    help: 'The number or code of the site, 1 to 100 characters. Each site of a customer needs its own.',
  }),
  site('siteName', {
    label: 'Site name',
    aliases: ['name of site', 'location name', 'branch name', 'branch', 'location', 'premises', 'store name', 'site description', 'property name', 'office', 'office name', 'depot', 'ship to name', 'site location',
      'shop', 'shop name', 'outlet', 'outlet name', 'depot name', 'unit name', 'name of premises', 'premises name', 'name of branch', 'name of location', 'site title', 'property', 'site or branch',
      'premises description', 'location description', 'delivery name', 'delivery location', 'service location', 'service location name'],
    type: { kind: 'text', min: 1, max: 100, bounds: 'known', pattern: 'P' },
    required: 'always',
    help: 'The name of the site, 1 to 100 characters.',
  }),
  site('startDate', {
    label: 'Site start date',
    aliases: ['site start', 'site live date', 'site go live date', 'site opened', 'site from', 'site open date', 'location start date', 'installation date', 'install date', 'site activation date',
      'site commencement date', 'branch opened', 'branch opened date', 'site opened date', 'branch open date', 'store opened', 'store open date', 'premises start date', 'site started', 'site start on', 'site live',
      'site live from', 'site since', 'site connection date', 'site install date', 'installed', 'installed on', 'date installed', 'supply start', 'supply start date', 'supplied from', 'location opened',
      'branch start date', 'property start date'],
    type: { kind: 'date' },
    required: 'always',
    help: 'The day from which the site is supplied.',
  }),
  site('endDate', {
    label: 'Site end date',
    aliases: ['site end', 'site closed', 'site until', 'site close date', 'site cease date', 'location end date', 'site termination date', 'branch closed', 'branch close date', 'store closed', 'store close date',
      'site ceased', 'site ceased date', 'site closed date', 'site ended', 'branch closed date', 'location closed date', 'premises end date', 'supply end date', 'supply end', 'branch end date', 'property end date',
      'site left'],
    type: { kind: 'date' },
    help: 'The day on which the site ends. Leave it empty for sites that stay.',
  }),
  // Only here: the API knows ids, and an id exists only after the site was created.
  { ...site('invoiceSite', {
    label: 'Invoice site',
    aliases: [
      'invoice site reference', 'invoice site ref', 'invoices to site', 'invoices go to site', 'invoices go to', 'send invoices to', 'invoice to site', 'billing site', 'billing site reference', 'bill to site',
      'receiving site', 'receiving site reference',
      'site receiving invoice', 'invoice goes to', 'invoice goes to site', 'invoice goes to branch', 'invoice goes to branch number', 'invoices sent to site', 'invoice sent to site', 'invoice sent to branch',
      'invoice branch', 'billing branch', 'billed at', 'billed to site', 'bill goes to site', 'bills go to', 'bills to site', 'bill branch', 'invoice location', 'invoiced to site', 'pays for site', 'billed via site',
      'parent site', 'parent site reference', 'bill site', 'invoiced at site', 'invoicing site',
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
    aliases: ['repayment amount', 'payment plan amount', 'repayment instalment', 'instalment amount', 'repayment plan instalment', 'arrears repayment amount', 'debt repayment amount', 'debt repayment',
      'debt plan amount', 'payment plan instalment', 'arrears amount per period', 'repayment per period', 'debt instalment amount', 'payment arrangement amount'],
    type: { kind: 'decimal', min: '1', max: '100000', bounds: 'known' },
    help: 'The amount repaid in each period, in pounds (or the major unit of the currency), from 1 to 100000.',
  }),
  site('repaymentPlanRemainingPeriods', {
    label: 'Repayment plan periods left',
    aliases: ['repayment plan remaining periods', 'repayment periods', 'repayment periods left', 'remaining periods', 'payment plan periods', 'remaining instalments', 'instalments left', 'repayment months left',
      'debt instalments left', 'instalments remaining', 'number of instalments left', 'debt periods left', 'payment plan instalments left', 'payment plan periods left', 'payment plan remaining', 'repayments left',
      'repayments remaining', 'debt plan periods left', 'plan periods left'],
    type: { kind: 'integer', min: '0', max: '240', minBound: 'known', maxBound: 'known' },
    help: 'How many periods, usually months, of the repayment plan are left: 0 to 240.',
  }),
]
