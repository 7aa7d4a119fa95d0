import { z } from 'zod'
import { fail, failureCodes, type Failure, type Result } from '#core/model/result.ts'

/** Building blocks of the IPC contract: a call has an input and an output schema, an event a payload schema. */
export interface Call<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: 'call'
  readonly input: Input
  readonly output: Output
}
export interface Event<Payload extends z.ZodType = z.ZodType> {
  readonly kind: 'event'
  readonly payload: Payload
}
export type Contract = Readonly<Record<string, Readonly<Record<string, Call | Event>>>>

export function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> {
  return { kind: 'call', input, output }
}
export function event<P extends z.ZodType>(payload: P): Event<P> {
  return { kind: 'event', payload }
}

/** What a process must supply for one area: a function for every call in it; a missing one does not compile. */
export type Handlers<Area> = {
  readonly [K in keyof Area as Area[K] extends Call ? K : never]: Area[K] extends Call<infer I, infer O>
    ? (input: z.output<I>) => Result<z.input<O>> | Promise<Result<z.input<O>>>
    : never
}
export type AllHandlers<C, Areas extends keyof C> = { readonly [A in Areas]: Handlers<C[A]> }

/** What the window gets: calls as async functions, events as "listen and get a stop function". */
export type Client<C> = {
  readonly [A in keyof C]: {
    readonly [K in keyof C[A]]: C[A][K] extends Call<infer I, infer O>
      ? (input: z.input<I>) => Promise<Result<z.output<O>>>
      : C[A][K] extends Event<infer P>
        ? (listener: (payload: z.output<P>) => void) => () => void
        : never
  }
}

const failureSchema: z.ZodType<Failure> = z.strictObject({ code: z.enum(failureCodes), message: z.string() })
const resultSchema = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), failure: failureSchema }),
])

/** Reads what came over the wire as a Result; anything else is a failure of ours, said as such. */
export function readResult(answer: unknown): Result<unknown> {
  const parsed = resultSchema.safeParse(answer)
  if (!parsed.success) return fail('internal', 'The program answered itself with something it does not understand.')
  return parsed.data.ok ? { ok: true, value: parsed.data.value } : { ok: false, failure: parsed.data.failure }
}
