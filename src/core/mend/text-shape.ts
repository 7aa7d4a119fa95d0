const longest = 40
const longestRun = 12

/**
 * The look of a text, so that alike ones are one group: letters become `a`, numbers of one or two digits `9`, longer ones keep their
 * length, because what is wrong with them often is their length. `31/2/2025` and `1/13/2025` look the same: `9/9/9999`.
 */
export function textShape(text: string): string {
  const shape = text.trim()
    .replace(/\p{N}+/gu, (digits) => '9'.repeat(digits.length < 3 ? 1 : Math.min(digits.length, longestRun)))
    .replace(/[\p{L}\p{M}]+/gu, 'a')
    .replace(/\s+/gu, ' ')
  return shape.length > longest ? `${shape.slice(0, longest)}…` : shape
}
