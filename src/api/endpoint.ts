// The shape of one line of the endpoint table.
import type { z } from 'zod'

/** The parameter types of elevate-api.md section 2.2. An integer is a plain id that the documents type as a number. */
export type FilterKind = 'string' | 'id' | 'integer' | 'date' | 'date-time' | 'boolean'

export type Endpoint = {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH'
  /** Below the base URL; a parameter stands in braces. */
  readonly path: `/${string}`
  readonly needsToken: boolean
  /** Whether page and pageSize are required, and sort and fields allowed. Section 2.1. */
  readonly paged: boolean
  readonly filters: Readonly<Record<string, FilterKind>>
  readonly headers: readonly string[]
  readonly requestType: 'application/json' | 'application/json-patch+json' | null
  readonly request: z.ZodType | null
  readonly response: z.ZodType | null
  readonly success: readonly number[]
  /** The codes the page of this operation lists; the general guide (section 2.5) knows more. */
  readonly errors: readonly number[]
  /** Sections of elevate-api.md. */
  readonly source: string
}

/** Section 2.1: the cap is stated as a matter of performance. */
export const MAX_PAGE_SIZE = 1000
