import type { Issue, IssueCode } from '#core/model/issue.ts'
import type { Json } from '#core/model/json.ts'

/** What became of a cell's text. A value may carry a remark (a warning); a broken one has no value, and the code says why. */
export type Converted =
  | { readonly kind: 'value'; readonly value: Json; readonly remark?: Remark }
  | ({ readonly kind: 'broken' } & Remark)

export interface Remark {
  readonly code: IssueCode
  readonly params: Issue['params']
}

export function converted(value: Json): Converted {
  return { kind: 'value', value }
}

export function broken(code: IssueCode, params: Issue['params'] = {}): Converted {
  return { kind: 'broken', code, params }
}

/** Lower case without accents, punctuation and spaces: "Great-Britain " and "great britain" are the same word. */
export function bareText(text: string): string {
  return text.normalize('NFKD').toLowerCase().replaceAll('&', 'and').replace(/[^\p{L}\p{N}]/gu, '')
}
