// Letters of other scripts that look like a Latin one.
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

const shapes = /[OoIl]/

/** Whether a letter of the key looks like a digit: O like 0, I and l like 1. */
export function hasDigitShapes(key: string): boolean {
  return shapes.test(key)
}

/**
 * As `foldKey`, with letters that look like digits taken for them. A fold of its own, because case and shape do not go together:
 * HILL and hill differ in case only, but just one of them holds two ones.
 */
export function foldShapes(key: string): string {
  return foldKey(key.replace(/[Oo]/g, '0').replace(/[Il]/g, '1'))
}
