// Letters of other scripts that look like a Latin one. Only true look-alikes: 0 and O, 1 and l stay different.
const lookAlikes: ReadonlyMap<string, string> = new Map(
  [
    // Cyrillic
    'аa', 'вb', 'сc', 'ԁd', 'еe', 'һh', 'нh', 'іi', 'јj', 'кk', 'мm', 'оo', 'рp', 'ѕs', 'тt', 'уy', 'хx', 'ү' + 'y', 'ԛq', 'ԝw',
    // Greek
    'αa', 'βb', 'εe', 'ζz', 'ηh', 'ιi', 'κk', 'μm', 'νv', 'οo', 'ρp', 'τt', 'υy', 'χx', 'ϲc', 'ϳj',
    // Dashes and quotes
    '‐-', '‑-', '‒-', '–-', '—-', '―-', '−-', "’'", "‘'", "`'", '“"', '”"', '⁄/', '∕/',
  ].map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
)

/** Case differs in shape: capital Greek nu and Cyrillic En look like N and H, their small forms like v and н. */
const capitals: ReadonlyMap<string, string> = new Map(['Νn', 'Υy', 'Ηh', 'Μm'].map((pair) => [pair.slice(0, 1), pair.slice(1)] as const))

/**
 * Two keys with the same fold differ at most in case, white space inside, invisible characters or look-alikes: nobody can tell
 * whether they are meant to be one.
 */
export function foldKey(key: string): string {
  // Plain keys, as nearly all are, are their own composed form.
  if (/^[\x21-\x7e]*$/.test(key)) return key.toLowerCase()
  const plain = key.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')
  if (/^[\x21-\x7e]*$/.test(plain)) return plain.toLowerCase()
  return Array.from(plain).map((character) => {
    const small = character.toLowerCase()
    return capitals.get(character) ?? lookAlikes.get(small) ?? small
  }).join('')
}
