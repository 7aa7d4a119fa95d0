import { z } from 'zod'
import { issueCodes } from './issue.ts'
import type { Fix, SavedFix } from './fix.ts'

/** Of fixes in mapping files, in the history and on the wire. */
export const fixSchema: z.ZodType<Fix> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tidy') }),
  z.strictObject({ kind: z.literal('change-case'), to: z.enum(['upper', 'lower', 'title']) }),
  z.strictObject({ kind: z.literal('pad-zeros'), length: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('shorten'), length: z.int().min(1).max(32_767) }),
  z.strictObject({ kind: z.literal('swap-day-month') }),
  z.strictObject({ kind: z.literal('set'), text: z.string().max(32_767) }),
  z.strictObject({ kind: z.literal('clear') }),
  z.strictObject({ kind: z.literal('take-other') }),
  z.strictObject({ kind: z.literal('take-parent') }),
  z.strictObject({ kind: z.literal('mark-first-contact') }),
  z.strictObject({ kind: z.literal('invoice-by-email') }),
  z.strictObject({ kind: z.literal('receive-here') }),
  z.strictObject({ kind: z.literal('receive-there') }),
  z.strictObject({ kind: z.literal('leave-out'), what: z.enum(['rows', 'customers']) }),
])

const savedFixSchema: z.ZodType<SavedFix> = z.strictObject({ code: z.enum(issueCodes), field: z.string().nullable(), pattern: z.string(), fix: fixSchema })

/** The fixes that a mapping carries. Another version of this list is another program's. */
export const recipeSchema = z.strictObject({ version: z.literal(1), fixes: z.array(savedFixSchema) })
