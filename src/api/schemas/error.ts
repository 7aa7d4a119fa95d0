// The body of a 4xx or 5xx. Section 2.5: at least these two normally, structure said to vary, so both may be missing.
import { z } from 'zod'

export const ErrorBody = z.looseObject({ error: z.string().nullish(), message: z.string().nullish() })
export type ErrorBody = z.infer<typeof ErrorBody>
