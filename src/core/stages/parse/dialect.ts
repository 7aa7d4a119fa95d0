import type { Delimiter, Escape, Quote } from '#core/model/reading.ts'

/** How a delimited text is to be cut. Line ends are found record by record: files mix them. */
export interface Dialect {
  readonly delimiter: Delimiter
  readonly quote: Quote
  readonly escape: Escape
}

/** The end of one record. */
export type LineEnd = '\n' | '\r\n' | '\r'

export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']

export const delimiterNames: Readonly<Record<Delimiter, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' }
