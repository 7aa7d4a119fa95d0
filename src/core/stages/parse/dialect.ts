import type { Delimiter, Newline, Quote } from '#core/model/reading.ts'

export type { Delimiter, Newline, Quote }

/** How a delimited text is to be cut. Line ends are found record by record: files mix them. */
export interface Dialect {
  readonly delimiter: Delimiter
  readonly quote: Quote
}

export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']

export const delimiterNames: Readonly<Record<Delimiter, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' }
