const local = /(?:[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*|"[^"\\\r\n]+")/
const domain = /(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?/
const address = new RegExp(`^${local.source}@${domain.source}$`)

/**
 * One address as pattern E begins (elevate-api.md 4.3): a dotted local part, and a domain of at least two labels. The pattern's
 * end is not documented; a domain without a dot, or two addresses in one cell, cannot be meant.
 */
export function isEmail(text: string): boolean {
  return address.test(text)
}
