// Body of PATCH: an array of operations, RFC 6902. Section 2.4.
import { z } from 'zod'

/** JSON Pointer, RFC 6901: empty, or segments that each start with a slash; a tilde only as ~0 or ~1. */
const JsonPointer = z.string().regex(/^(?:\/(?:[^~/]|~[01])*)*$/, 'must be a JSON Pointer')

// z.unknown() makes a member optional, and RFC 6902 requires `value` here (null included).
const valueOp = <Op extends string>(op: Op) =>
  z.looseObject({ op: z.literal(op), path: JsonPointer, value: z.unknown() }).refine((operation) => 'value' in operation, 'value is required')
const fromOp = <Op extends string>(op: Op) => z.looseObject({ op: z.literal(op), path: JsonPointer, from: JsonPointer })

/** Members other than the operation's own are ignored, as RFC 6902 section 4 asks. */
export const PatchOperation = z.discriminatedUnion('op', [
  valueOp('add'),
  z.looseObject({ op: z.literal('remove'), path: JsonPointer }),
  valueOp('replace'),
  fromOp('move'),
  fromOp('copy'),
  valueOp('test'),
])
export type PatchOperation = z.infer<typeof PatchOperation>

export const JsonPatch = z.array(PatchOperation)
export type JsonPatch = z.infer<typeof JsonPatch>
