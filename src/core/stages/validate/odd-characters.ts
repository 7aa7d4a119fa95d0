const sure = /[\w\p{L}\s%£@&#=':;`’,|!_—–()\\/\-+.?*]/u
const onlySure = new RegExp(`^${sure.source}*$`, 'u')

/** Characters that pattern P does not surely allow (elevate-api.md 4.3), each once, in order. Its end is not documented. */
export function oddCharacters(text: string): readonly string[] {
  return onlySure.test(text) ? [] : [...new Set(text)].filter((character) => !sure.test(character))
}
