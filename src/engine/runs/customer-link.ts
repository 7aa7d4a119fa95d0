import { fail, ok, type Result } from '#core/model/result.ts'

/** The environment's name for where this company looks at its customers: the API names no such address, so none is made up. */
const name = 'ONBOARDER_CUSTOMER_LINK'

/** An address with `{id}` in place of a customer's id; null where nobody said one. */
export function customerLink(environment: Readonly<Record<string, string | undefined>> = process.env): Result<string | null> {
  const said = environment[name]?.trim() ?? ''
  if (said === '') return ok(null)
  const isAddress = /^https?:\/\/[^\s"<>]+$/.test(said) && said.includes('{id}')
  return isAddress ? ok(said) : fail('bad-usage', `${name} is to be an address that begins with http:// or https:// and has {id} where the customer's id belongs.`)
}
