// The one place where an issue becomes a sentence: window, command line and report say the same.
import type { Issue, IssueCode } from '#core/model/issue.ts'
import { columnTexts } from './issues/columns.ts'
import { customerTexts } from './issues/customers.ts'
import { capital, factsOf } from './issues/facts.ts'
import type { IssueText } from './issues/facts.ts'
import { invoiceTexts } from './issues/invoices.ts'
import { layoutTexts } from './issues/layout.ts'
import { readingTexts } from './issues/reading.ts'
import { valueTexts } from './issues/values.ts'

/** A code without a text does not compile. */
const texts: Readonly<Record<IssueCode, IssueText>> = { ...readingTexts, ...columnTexts, ...valueTexts, ...customerTexts, ...layoutTexts, ...invoiceTexts }

/** What is wrong and what to do, in one to three plain sentences. The place is shown beside it. */
export function issueMessage(issue: Issue): string {
  return capital(texts[issue.code].message(factsOf(issue)))
}

/** The short name of a kind of issue, for lists and groups. */
export function issueTitle(code: IssueCode): string {
  return texts[code].title
}
