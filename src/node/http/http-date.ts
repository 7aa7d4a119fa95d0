/** The three forms of RFC 9110, in milliseconds; null for anything else. Date.parse alone would take "soon 1" for a date. */
export function readHttpDate(text: string): number | null {
  const isDate = text.length <= 40 && /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d\d:\d\d:\d\d/.test(text)
  const at = isDate ? Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) : Number.NaN
  return at >= 0 && at < END_OF_9999 ? at : null
}

const END_OF_9999 = Date.UTC(10_000, 0)
