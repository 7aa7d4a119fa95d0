/** Order of two plain decimal texts (as in ExactNumber), exact at any length: negative, 0 or positive. */
export function compareDecimals(a: string, b: string): number {
  // Rounding never turns the order round: doubles that differ decide, equal ones may be two numbers.
  const rough = Number(a) - Number(b)
  if (rough !== 0) return rough
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
