import { z } from 'zod'

/** Shapes of matching: columns and their fields, the values of a column, fixed values, saved mappings. */
export const DateOrder = z.enum(['dmy', 'mdy', 'ymd'])
export const DecimalSign = z.enum(['point', 'comma'])

/** A text of a column and what it may become, for fields that take one of a list. */
export const ValueLine = z.strictObject({
  text: z.string(),
  /** Null: the column has more different texts than are counted, and this is one of its samples. */
  count: z.int().nullable(),
  /** Read so already, as a known spelling: shown, and in need of nothing. */
  taken: z.boolean(),
  /** A value of the list, an id, `yes` or `no`, a country code; '' leaves the cell empty. Null: nothing fits. */
  proposed: z.string().nullable(),
  /** What the operator confirmed; null: nothing yet. */
  confirmed: z.string().nullable(),
  /** Plain words: why this value. */
  reason: z.string(),
})

const Choice = z.strictObject({ value: z.string(), label: z.string() })

export const ColumnView = z.strictObject({
  column: z.int(), letters: z.string(), header: z.string(),
  /** As `formatTarget` writes it; null when left out. */
  target: z.string().nullable(),
  confidence: z.number(), accepted: z.boolean(), reason: z.string(),
  dateOrder: DateOrder.nullable(), decimalSign: DecimalSign.nullable(),
  /** What only the operator can say: which of two readings the column's dates or numbers have. The likelier stands first. */
  question: z.strictObject({ about: z.enum(['dateOrder', 'decimalSign']), text: z.string(), choices: z.array(Choice) }).nullable(),
  samples: z.array(z.string()),
  /** The texts that are not the field's own values to the letter, and all that they may become. Null: the field takes any text. */
  values: z.strictObject({ lines: z.array(ValueLine), choices: z.array(Choice) }).nullable(),
})

/** The saved mapping that was applied, and what has changed in the file since it was saved, a sentence each. */
export const AppliedMapping = z.strictObject({
  /** Null: from a file without a name. */
  name: z.string().nullable(),
  /** `same` and `drifted`: by the headings, without being asked for. */
  fit: z.enum(['same', 'drifted', 'chosen', 'returned']),
  drift: z.array(z.strictObject({ kind: z.string(), text: z.string() })),
})

export const MappingView = z.strictObject({
  tables: z.array(z.strictObject({
    file: z.string(), sheet: z.string().nullable(), columns: z.array(ColumnView),
    /** Whether rows without an account number belong to the row above; null: as detected. */
    fillDown: z.boolean().nullable(),
  })),
  fixed: z.record(z.string(), z.string()),
  /** Required fields that neither a column nor a fixed value fills: path and label. */
  missing: z.array(z.strictObject({ field: z.string(), label: z.string() })),
  applied: AppliedMapping.nullable(),
})

/** One of the saved mappings. `fits`: how its columns agree with those of the open file. */
export const SavedMapping = z.strictObject({
  id: z.string(), name: z.string(), savedAt: z.string(), columns: z.int(), fits: z.enum(['same', 'drifted', 'other']),
})
