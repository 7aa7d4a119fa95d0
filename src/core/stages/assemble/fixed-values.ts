import { fieldByPath } from '#core/catalogue/index.ts'
import type { Level } from '#core/model/field.ts'
import type { FixedValue } from './context.ts'
import { breakField } from './entity-builder.ts'
import type { EntityBuilder } from './entity-builder.ts'
import { levelOf } from './table-shape.ts'

const detailsPrefix = 'site.siteInvoiceDetails.'
const invoiceAddressPrefix = 'site.siteInvoiceDetails.invoiceAddress.'
const pointers = ['site.invoiceSite', 'site.siteIdReceivingInvoice']

/**
 * Gives an entity the fixed values of its level where it has no cell of its own. A fixed invoice detail is for sites that
 * receive their own invoices, a fixed receiving site for those that do not; a fixed part of the invoice address does not
 * begin such an address.
 */
export function fillFixed(entity: EntityBuilder, level: Level, fixed: readonly FixedValue[]): void {
  if (fixed.length === 0) return
  const given = (path: string): boolean => entity.fields.has(path) || entity.broken.has(path)
  const startsWith = (prefix: string): boolean =>
    [...entity.fields.keys(), ...entity.broken].some((path) => path.startsWith(prefix))
  const points = pointers.some(given)
  const hasDetails = startsWith(detailsPrefix)
  const hasInvoiceAddress = startsWith(invoiceAddressPrefix)
  for (const { path, raw, value } of fixed) {
    if (levelOf(path) !== level || given(path)) continue
    if (path.startsWith(detailsPrefix) && points) continue
    if (path.startsWith(invoiceAddressPrefix) && !hasInvoiceAddress) continue
    if (pointers.includes(path) && (hasDetails || points)) continue
    if (value === undefined) breakField(entity, path)
    else entity.fields.set(path, { value, raw, place: null })
    entity.hasCustom ||= !fieldByPath.has(path)
  }
}
