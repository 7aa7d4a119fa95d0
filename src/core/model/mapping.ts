/**
 * Which column fills which field. Mapping is data: saved, versioned, shared between the window and the command line.
 */
export interface Mapping {
  readonly version: 1
  readonly tables: readonly TableMapping[]
  /** Field path to text, for fields the file lacks: every entity of that level gets it where it has no cell of its own. */
  readonly fixed: Readonly<Record<string, string>>
}

export interface TableMapping {
  readonly sheet: string | null
  /** One entry per column of the table, in column order. */
  readonly columns: readonly ColumnMatch[]
  /**
   * Whether rows that leave the account number and their parents' cells empty belong to the customer and the site above them.
   * Absent: detected, and said (`filled-down`); what is in doubt is held (`fill-down-unsure`) until this decides.
   */
  readonly fillDown?: boolean
}

export interface ColumnMatch {
  /** Column index from 0. */
  readonly column: number
  readonly header: string
  /** Target field, or null when the column is left out. */
  readonly target: ColumnTarget | null
  /** 0 to 1. A person's own choice is 1. */
  readonly confidence: number
  /** Only accepted matches are used; the rest are shown as questions. */
  readonly accepted: boolean
  /** Plain words: why this field, or why none. */
  readonly reason: string
  /** For date columns: how its dates are read, and whether the column itself proves it. */
  readonly dateOrder?: DateOrder
  readonly dateOrderProven?: boolean
  /** For number columns: the sign before the decimals, and whether the column itself proves it. */
  readonly decimalSign?: DecimalSign
  readonly decimalSignProven?: boolean
  /** Chosen by the operator for this file; not by matching, and not by a saved mapping. Only such choices are learned from. */
  readonly chosen?: boolean
  /** What the operator confirmed of the column's values: trimmed text to what the field takes, such as `Ltd company` to `BUSINESS`. */
  readonly values?: Readonly<Record<string, string>>
}

export type DecimalSign = 'point' | 'comma'

export type DateOrder = 'dmy' | 'mdy' | 'ymd'

export interface ColumnTarget {
  /** Catalogue path, or `customer.customFields.<label or id>`, `site.customFields.<label or id>`. */
  readonly field: string
  /** Wide layouts: which site or contact of the row, from 1. Absent: the row's only one. */
  readonly index?: number
  /**
   * Of `siteContact` only: which site of the row the contact belongs to, from 1, where a header counts both ("Site 2 Contact 3
   * Name"); `index` then counts that site's own contacts. Absent: where a row holds several sites, contact k belongs to site k,
   * and otherwise all contacts belong to the row's one site.
   */
  readonly site?: number
  /** First and last name in two columns join into one `contactName`. */
  readonly part?: 'first' | 'last'
}

/**
 * A target as text, as used in mapping files, on the command line and in JSON: `site.siteName`, `site[2].siteName`,
 * `siteContact[3].contactName#first`; `siteContact[3]@2.contactName` is the third contact of the row's second site.
 */
export function formatTarget(target: ColumnTarget): string {
  const [level = '', ...rest] = target.field.split('.')
  const index = target.index === undefined ? '' : `[${target.index}]`
  const site = target.site === undefined ? '' : `@${target.site}`
  const part = target.part === undefined ? '' : `#${target.part}`
  return `${level}${index}${site}.${rest.join('.')}${part}`
}

/** The reverse of `formatTarget`; null when the text has another shape. Whether the field exists is the catalogue's business. */
export function parseTarget(text: string): ColumnTarget | null {
  const shape = /^([a-zA-Z]+)(?:\[([1-9]\d{0,3})\])?(?:@([1-9]\d{0,3}))?\.(.+?)(?:#(first|last))?$/s.exec(text)
  if (shape === null) return null
  const [, level, index, site, rest, part] = shape
  if (site !== undefined && level !== 'siteContact') return null
  return {
    field: `${level}.${rest}`,
    ...(index === undefined ? {} : { index: Number(index) }),
    ...(site === undefined ? {} : { site: Number(site) }),
    ...(part === 'first' || part === 'last' ? { part } : {}),
  }
}
