// POST /authenticate. elevate-api.md section 1.
import { ok, refuse } from '../answer.ts'
import type { Handler } from '../call.ts'

export const authenticate: Handler<'authenticate'> = ({ world, body }) => {
  const { credentials, lockedAfter, contractOwnerId } = world.settings
  if (body.brand !== credentials.brand) return refuse(404, `Brand '${body.brand}' not found`)
  const failed = world.failedLogins.get(body.username) ?? 0
  // Section 1: users are locked out after too many failed attempts; the number is not documented.
  if (lockedAfter > 0 && failed >= lockedAfter) return refuse(403, 'User is locked after too many failed attempts')
  if (body.username !== credentials.username || body.password !== credentials.password) {
    world.failedLogins.set(body.username, failed + 1)
    return refuse(401, 'Username or password is wrong')
  }
  world.failedLogins.delete(body.username)
  return ok({ token: world.tokens.issue(contractOwnerId === null ? credentials : { ...credentials, contractOwnerId }), username: credentials.username })
}
