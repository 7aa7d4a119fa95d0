/**
 * A text as it is compared with one that was kept: without white space around and doubled, case, and the difference between forms
 * of one letter. Words and signs stay: "Discount" and "Discount %" are two columns.
 */
export function textKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
}
