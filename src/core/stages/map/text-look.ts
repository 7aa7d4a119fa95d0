// What kind of text a column holds, where no field type says it: companies, people, codes, whole addresses.

const companyWords = new Set([
  'ltd', 'limited', 'plc', 'llp', 'inc', 'llc', 'corp', 'corporation', 'gmbh', 'ag', 'bv', 'nv', 'sa', 'sas', 'sarl', 'srl', 'sl', 'oy', 'ab', 'as', 'cic', 'lp', 'group', 'company', 'co', 'sons', 'bros', 'brothers', 'services', 'service', 'solutions',
  'systems', 'school', 'academy', 'college', 'university', 'nursery', 'trust', 'charity', 'church', 'council', 'nhs', 'hospital', 'surgery', 'dental', 'clinic', 'care', 'hotel', 'inn', 'pub', 'bar', 'cafe', 'restaurant', 'bakery', 'deli', 'shop', 'stores',
  'garage', 'motors', 'engineering', 'construction', 'builders', 'building', 'plumbing', 'electrical', 'consulting', 'consultancy', 'consultants', 'associates', 'partners', 'partnership', 'holdings', 'international', 'uk', 'design', 'studio', 'media',
  'digital', 'software', 'technologies', 'technology', 'tools', 'supplies', 'foods', 'farm', 'farms', 'properties', 'estates', 'lettings', 'fitness', 'gym', 'club', 'society', 'association', 'foundation', 'centre', 'center', 'agency', 'bank', 'insurance',
  'solicitors', 'accountants', 'catering', 'cleaning', 'security', 'logistics', 'transport', 'travel', 'salon', 'homes', 'industries', 'enterprises', 'trading', 'telecom', 'energy', 'retail', 'recruitment', 'marketing',
])

/** At least one word that companies have in their names, or a sign such as `&` and `t/a`. */
export function looksLikeCompany(text: string): boolean {
  return /\bt\/a\b|&/i.test(text) || text.toLowerCase().split(/[^\p{L}]+/u).some((word) => companyWords.has(word))
}

/** Two or three words, each with a capital, none of a company's: it may be a person, and may be a company all the same. */
export function mayBePerson(text: string): boolean {
  return /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,2}(?:(?:de|van|von|der|la)\s+)*\p{Lu}[\p{L}'’-]+$/u.test(text) && !looksLikeCompany(text)
}

/** One word with a digit in it, such as `A1001` or `00042`. */
export const looksLikeCode = (text: string): boolean => /^(?=\S*\d)[A-Za-z\d][A-Za-z\d/_.-]{0,23}$/.test(text)

/** Street, town and postcode in one cell. */
export function looksLikeWholeAddress(text: string): boolean {
  const parts = text.split(/[,\n]/).filter((part) => part.trim() !== '')
  return parts.length >= 3 || (parts.length >= 2 && /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\s*$/i.test(text))
}

export const looksLikeStatus = (text: string): boolean => /^(?:active|inactive|enabled|disabled|open|closed|pending|new|live|ceased|cancelled|canceled|invited|declined|suspended|paused|trial|lead|prospect|customer)$/i.test(text)

export function shareOf(sample: readonly string[], looks: (text: string) => boolean): number {
  return sample.length === 0 ? 0 : sample.filter(looks).length / sample.length
}
