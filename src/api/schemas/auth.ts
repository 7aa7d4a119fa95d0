// POST /authenticate. Section 1.
import { z } from 'zod'

/** Section 1: a token lives 15 minutes and no refresh endpoint is listed. */
export const TOKEN_LIFE_SECONDS = 900

export const AuthenticateRequest = z.strictObject({ brand: z.string(), username: z.string().min(1).max(100), password: z.string().min(1).max(100) })
export type AuthenticateRequest = z.infer<typeof AuthenticateRequest>

export const AuthenticateResponse = z.looseObject({ token: z.string().min(1), username: z.string().nullish() })
export type AuthenticateResponse = z.infer<typeof AuthenticateResponse>
