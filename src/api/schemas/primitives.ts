// The scalar types of the wire, each with the rule the documents state for it. elevate-api.md sections 0, 4 and 4.3.
import { z } from 'zod'

/** int32, as the documents mark contractOwnerId and its kin. */
export const Int32 = z.int32()

const INT64_MAX = 9_223_372_036_854_775_807n

/**
 * int64 in a request body. JSON writes it as digits; whoever reads the text may hand over a safe integer or a bigint,
 * never a rounded number: z.int() refuses integers beyond 2^53, so a rounded one cannot slip through.
 */
export const Int64 = z.union([z.int(), z.bigint().min(-INT64_MAX - 1n).max(INT64_MAX)], 'must be a whole number (int64)')

/**
 * An id in a response: a safe integer, or its digits where it is too long for one. The wire carries JSON numbers;
 * a reader that keeps long ones exact hands over their text.
 */
export const ResponseId = z.union([z.int(), z.string().regex(/^\d{1,19}$/)])
export type ResponseId = z.infer<typeof ResponseId>

/** `yyyy-MM-dd`, a day that exists. Section 0. */
export const WireDate = z.iso.date()

/** Names and references: [1..100]. Pattern P is cut off in the documents (4.3), so no character is refused here. */
export const Text100 = z.string().min(1).max(100)

/** Texts whose length and pattern no page shows (5.2 to 5.4). */
export const OpenText = z.string()

/** An enum of which only the first value is known (5.4); any other text passes. */
export const OpenEnum = z.string()

const LOCAL_ATOM = "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+"
/** The readable start of pattern E (4.3): a dotted local part. What follows the @ is cut off, so any text without spaces passes. */
const EMAIL_START = new RegExp(`^(?:${LOCAL_ATOM}(?:\\.${LOCAL_ATOM})*|"[^"]+")@[^\\s@]+$`)

/** Pattern E, at most 255 characters. Known for onlineEmailAddress only (4.1). */
export const EmailAddress = z.string().max(255).regex(EMAIL_START, 'must be an email address')
