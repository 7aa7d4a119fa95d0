import { z } from 'zod'
import { fixSchema } from '#core/model/fix-schema.ts'
import { Severity } from './schemas.ts'

export const CauseKey = z.string().max(5_000)
export const FixValue = fixSchema

/** Issues with the same cause, as the list of problems shows them. */
export const CauseView = z.strictObject({
  cause: CauseKey, code: z.string(), severity: Severity, count: z.int(),
  title: z.string(),
  /** Heading of the column, or the field; '' where the row as a whole is meant. */
  where: z.string(),
  /** What the values have in common; '' where the title says it all. */
  looks: z.string(),
  /** The sentence of the first of them. */
  example: z.string(),
  table: z.int(),
})

export const FixView = z.strictObject({ fix: FixValue, label: z.string() })

export const CauseFixes = z.strictObject({
  /** Each was tried and helps; the likeliest first. */
  fixes: z.array(FixView),
  /** Whether one text for all is a possible answer, and which texts the field takes where there are few. */
  takesText: z.boolean(), choices: z.array(z.string()),
})

export const FixPreview = z.strictObject({
  label: z.string(),
  fitted: z.int(),
  /** Issues that it does nothing about, and why. */
  left: z.array(z.strictObject({ why: z.string(), count: z.int() })),
  /** Whether the problem is gone with it: tried on the first of them. */
  helps: z.boolean(),
  total: z.int(),
  changes: z.array(z.strictObject({ table: z.int(), row: z.int(), cell: z.string(), column: z.string(), before: z.string(), after: z.string().nullable() })),
})

/** `done`: on the way to where the file is. `undone`: ahead, when going forth. `aside`: on a branch that was left. */
export const HistoryLine = z.strictObject({
  id: z.int(), at: z.string(), label: z.string(), about: z.string(), state: z.enum(['done', 'current', 'undone', 'aside']),
})

export const HistoryView = z.strictObject({
  /** The step that going back takes back, and the one that going forth does again; null when there is none. */
  undo: z.string().nullable(), redo: z.string().nullable(),
  /** False: it is gone when the file is closed, because it cannot be written to disk. */
  isKept: z.boolean(),
  lines: z.array(HistoryLine),
})
