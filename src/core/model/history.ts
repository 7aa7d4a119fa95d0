import { z } from 'zod'
import type { Cause, Fix } from './fix.ts'
import { fixSchema } from './fix-schema.ts'
import { issueCodes } from './issue.ts'

/** A cell before and after: null is what the file says. */
export type CellChange = readonly [table: number, row: number, column: number, before: string | null, after: string | null]

/** A row that was left out, or taken in again. */
export type RowChange = readonly [table: number, row: number, isLeftOut: boolean]

/** Everything a step of the operator changed. Nothing but this is needed to go there and back. */
export interface RowChanges {
  readonly cells: readonly CellChange[]
  readonly rows: readonly RowChange[]
}

/** What the operator did, for the list of steps. */
export type Step =
  | { readonly kind: 'edit' }
  | { readonly kind: 'restore' }
  | { readonly kind: 'leave-out' | 'take-in' }
  | { readonly kind: 'paste' | 'empty' }
  /** One text in a whole range of cells. */
  | { readonly kind: 'fill'; readonly text: string }
  /** `left`: issues of the cause that it could do nothing about. `recipe`: it came with the saved mapping. */
  | { readonly kind: 'fix'; readonly cause: Cause; readonly fix: Fix; readonly fitted: number; readonly left: number; readonly recipe: boolean }

const cause = z.strictObject({
  code: z.enum(issueCodes), severity: z.enum(['error', 'warning', 'info']), table: z.int(), column: z.int(), field: z.string().nullable(), pattern: z.string(),
})

/** As it stands in a history on disk, which an earlier or a later program may have written. */
export const stepSchema: z.ZodType<Step> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['edit', 'restore', 'leave-out', 'take-in', 'paste', 'empty']) }),
  z.strictObject({ kind: z.literal('fill'), text: z.string() }),
  z.strictObject({ kind: z.literal('fix'), cause, fix: fixSchema, fitted: z.int(), left: z.int(), recipe: z.boolean() }),
]) as z.ZodType<Step>

export const changesSchema: z.ZodType<RowChanges> = z.strictObject({
  cells: z.array(z.tuple([z.int(), z.int(), z.int(), z.string().nullable(), z.string().nullable()])),
  rows: z.array(z.tuple([z.int(), z.int(), z.boolean()])),
})

/** A step in the tree of all that was ever done to a file. The file itself is number 0. */
export interface HistoryStep {
  /** From 1, in the order in which they were made. */
  readonly id: number
  /** The state it was made in. */
  readonly parent: number
  /** An instant. */
  readonly at: string
  readonly step: Step
  readonly cells: number
  readonly rows: number
}
