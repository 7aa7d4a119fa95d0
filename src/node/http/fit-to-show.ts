/** Characters of a server's words that are shown. */
const LONGEST = 500

/** Words of a server: on one line, without characters that steer a terminal or turn the text round, and not endless. */
export function fitToShow(text: string): string {
  const clean = text.replaceAll(/[\p{C}\s]+/gu, ' ').trim()
  // Not cut in the middle of a character that takes two units.
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : clean
}
