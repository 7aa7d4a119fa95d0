// POST /authenticate. elevate-api.md section 1.
import { ok, refuse } from '../answer.ts'
import type { Handler } from '../call.ts'

/** Section 1: users are locked out after too many failed attempts; the number is not documented. */
const LOCKED_AFTER = 5

export const authenticate: Handler<'authenticate'> = ({ world, body }) => {
  const { credentials } = world.settings
  if (body.brand !== credentials.brand) return refuse(404, `Brand '${body.brand}' not found`)
  const failed = world.failedLogins.get(body.username) ?? 0
  if (failed >= LOCKED_AFTER) return refuse(403, 'User is locked after too many failed attempts')
  if (body.username !== credentials.username || body.password !== credentials.password) {
    world.failedLogins.set(body.username, failed + 1)
    return refuse(401, 'Username or password is wrong')
  }
  world.failedLogins.delete(body.username)
  return ok({ token: world.tokens.issue(credentials), username: credentials.username })
}
