/** The first ones by name, the others by their number; `total` where not all of them are at hand. */
export function nameSome(names: readonly string[], most: number, total = names.length): string {
  const told = names.slice(0, most)
  const rest = total - told.length
  return `${told.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
