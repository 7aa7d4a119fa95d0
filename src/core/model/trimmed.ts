/** As `trim`, for the millions of texts that have no white space around them: seen at their first and last characters, without a call. */
export function trimmed(text: string): string {
  return isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1)) ? text : text.trim()
}

/** ASCII that can be seen; of an empty text there is none. */
function isPlain(code: number): boolean {
  return code > 32 && code < 127
}
