/** What to call files that are read together; names in the order of reading. */
export function nameTogether([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`
}
