// The shapes of `.mapping.json` files. Version 1 held columns by their place and is still read.
import { z } from 'zod'
import { recipeSchema } from '#core/model/fix-schema.ts'
import { textKey } from '#core/model/text-key.ts'

const dateOrder = z.enum(['dmy', 'mdy', 'ymd'])
/** Not zod's record: a text may be called `__proto__`, and assigning that one loses it. */
const texts = z.custom<Readonly<Record<string, string>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((text) => typeof text === 'string'),
  'expected texts by name',
)

/** As people see it in the list; null when it cannot be one. */
export function mappingName(text: string): string | null {
  const name = text.replace(/\s+/g, ' ').trim()
  return name === '' || name.length > 100 || /[\p{Cc}\p{Cf}]/u.test(name) || textKey(name) === '' ? null : name
}

const columnOne = z.strictObject({
  column: z.int().min(0),
  header: z.string(),
  target: z.string().nullable(),
  confidence: z.number().min(0).max(1).default(1),
  accepted: z.boolean().optional(),
  reason: z.string().optional(),
  dateOrder: dateOrder.optional(),
  dateOrderProven: z.boolean().optional(),
})

export const fileOne = z.strictObject({
  version: z.literal(1),
  tables: z.array(z.strictObject({ sheet: z.string().nullable().default(null), columns: z.array(columnOne) })),
  fixed: texts.default({}),
})

const columnTwo = z.strictObject({
  header: z.string(),
  /** As `formatTarget` writes it; null leaves the column out. */
  target: z.string().nullable(),
  /** Nobody had decided on the column yet. */
  open: z.boolean().default(false),
  dateOrder: dateOrder.optional(),
  decimalSign: z.enum(['point', 'comma']).optional(),
  values: texts.optional(),
})

export const fileTwo = z.strictObject({
  version: z.literal(2),
  name: z.string().refine((text) => mappingName(text) === text, 'a name has 1 to 100 characters').nullable().default(null),
  /** For people and other programs; the headers say it anew when the file is read, so that it is never out of date. */
  fingerprint: z.string().optional(),
  tables: z.array(z.strictObject({ sheet: z.string().nullable().default(null), fillDown: z.boolean().optional(), columns: z.array(columnTwo) })),
  fixed: texts.default({}),
  recipe: recipeSchema.optional(),
})

export type FileOne = z.infer<typeof fileOne>
export type FileTwo = z.infer<typeof fileTwo>
