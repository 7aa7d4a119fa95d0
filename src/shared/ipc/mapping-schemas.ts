import { z } from 'zod'

/** Shapes of matching: columns and their fields, the values of a column, fixed values, saved matchings. */
export const DateOrder = z.enum(['dmy', 'mdy', 'ymd'])
export const DecimalSign = z.enum(['point', 'comma'])

/** A column's text and what it becomes, for fields that take one of a list. */
export const ValueLine = z.strictObject({
  text: z.string(), count: z.int(),
  /** What it will become: the field's value, `yes` or `no`, or an id of the target. Null: nobody knows. */
  value: z.string().nullable(),
  /** Plain words: why this value. */
  reason: z.string(),
  /** Reads as the value by itself, or the operator confirmed it; what is not settled is a question. */
  isSettled: z.boolean(),
})

export const ColumnView = z.strictObject({
  column: z.int(), letters: z.string(), header: z.string(),
  /** As `formatTarget` writes it; null when left out. */
  target: z.string().nullable(),
  confidence: z.number(), accepted: z.boolean(), reason: z.string(),
  dateOrder: DateOrder.nullable(), dateOrderProven: z.boolean(),
  /** The first date that could be read in two orders, as it stands. */
  dateExample: z.string().nullable(),
  decimalSign: DecimalSign.nullable(), decimalSignProven: z.boolean(),
  /** The first number that could be read with either sign. */
  numberExample: z.string().nullable(),
  samples: z.array(z.string()),
  /** Absent values (null): the field takes any text, or the column holds more different texts than a table shows. */
  values: z.array(ValueLine).nullable(),
})

/** The saved matching that was applied, and what has changed in the file since it was saved. */
export const AppliedMapping = z.strictObject({
  id: z.string(), name: z.string(), savedAt: z.string(),
  added: z.array(z.string()), missing: z.array(z.string()), renamed: z.array(z.strictObject({ from: z.string(), to: z.string() })),
})

export const MappingView = z.strictObject({
  tables: z.array(z.strictObject({ file: z.string(), sheet: z.string().nullable(), columns: z.array(ColumnView) })),
  fixed: z.record(z.string(), z.string()),
  /** Required fields that neither a column nor a fixed value fills: path and label. */
  missing: z.array(z.strictObject({ field: z.string(), label: z.string() })),
  applied: AppliedMapping.nullable(),
})

/** One of the saved matchings. `fits`: how its columns agree with those of the open file. */
export const SavedMapping = z.strictObject({
  id: z.string(), name: z.string(), savedAt: z.string(), columns: z.int(), fits: z.enum(['same', 'drifted', 'other']),
})
