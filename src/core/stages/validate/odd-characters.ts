const sure = /[\w\p{L}\s%£@&#=':;`’,|!_—–()\\/\-+.?*]/u
const onlySure = new RegExp(`^${sure.source}*$`, 'u')

/** By code, for ASCII: nearly every text is settled without the much slower expression. */
const isSureAscii = Uint8Array.from({ length: 128 }, (_, code) => Number(sure.test(String.fromCharCode(code))))

/** Characters that pattern P does not surely allow (elevate-api.md 4.3), each once, in order. Its end is not documented. */
export function oddCharacters(text: string): readonly string[] {
  return isPlain(text) || onlySure.test(text) ? none : [...new Set(text)].filter((character) => !sure.test(character))
}

const none: readonly string[] = []

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isSureAscii[text.charCodeAt(at)] !== 1) return false
  return true
}
