/** Whole numbers that a double holds exactly: nearly all of them. */
const short = /^-?\d{1,15}$/

/** Order of two plain decimal texts (as in ExactNumber), exact at any length: negative, 0 or positive. */
export function compareDecimals(a: string, b: string): number {
  if (short.test(a) && short.test(b)) return Number(a) - Number(b)
  const places = Math.max(decimalsOf(a).length, decimalsOf(b).length)
  const difference = scaled(a, places) - scaled(b, places)
  return difference < 0n ? -1 : Number(difference > 0n)
}

function decimalsOf(text: string): string {
  return text.split('.')[1] ?? ''
}

function scaled(text: string, places: number): bigint {
  return BigInt(text.replace('.', '') + '0'.repeat(places - decimalsOf(text).length))
}
