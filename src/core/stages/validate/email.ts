const atom = /^[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+$/
const label = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/
const quoted = /^"[^"\\\r\n]+"$/

/**
 * One address as pattern E begins (elevate-api.md 4.3): a dotted local part, and a domain of at least two labels. The pattern's
 * end is not documented; a domain without a dot, or two addresses in one cell, cannot be meant.
 */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  const labels = text.slice(at + 1).split('.')
  if (at < 1 || labels.length < 2 || !labels.every((part) => part.length <= 63 && label.test(part))) return false
  return quoted.test(local) || local.split('.').every((part) => atom.test(part))
}
