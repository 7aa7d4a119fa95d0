import type { Level } from '#core/model/field.ts'
import type { Mapping, TableMapping } from '#core/model/mapping.ts'
import { accountPath, levelOf, referencePath } from './table-shape.ts'

/** Which cells of a table say whose a row is, by column index, and whether rows that leave them empty continue the rows above. */
export interface FillRule {
  /** `off`: no column holds account numbers, a fixed one stands for all, or the operator has refused. */
  readonly mode: 'off' | 'detect' | 'on'
  /** Columns of the customer besides its account number. */
  readonly customer: readonly number[]
  /** Columns of sites besides their reference. */
  readonly site: readonly number[]
  readonly references: readonly number[]
  readonly contacts: readonly number[]
}

/** One rule for each table of the mapping. */
export function describeFills(mapping: Mapping): readonly FillRule[] {
  const isFixed = (mapping.fixed[accountPath] ?? '').trim() !== ''
  return mapping.tables.map((table) => {
    const columnsOf = (level: Level, isKey: boolean, key: string): readonly number[] =>
      table.columns.flatMap(({ column, target, accepted }) => (accepted && target !== null && levelOf(target.field) === level && (target.field === key) === isKey ? [column] : []))
    const hasKey = columnsOf('customer', true, accountPath).length > 0
    return {
      mode: isFixed || !hasKey ? 'off' : modeOf(table),
      customer: columnsOf('customer', false, accountPath),
      site: columnsOf('site', false, referencePath),
      references: columnsOf('site', true, referencePath),
      contacts: [...columnsOf('siteContact', false, ''), ...columnsOf('customerContact', false, '')],
    }
  })
}

function modeOf({ fillDown }: TableMapping): FillRule['mode'] {
  if (fillDown === undefined) return 'detect'
  return fillDown ? 'on' : 'off'
}
