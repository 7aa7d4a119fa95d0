/** A text cut out of a large one keeps all of it alive: what stays is copied. Short ones are copied by the engine itself. */
export function ownCopy(text: string): string {
  return text.length < 13 ? text : `${text} `.slice(0, -1)
}
