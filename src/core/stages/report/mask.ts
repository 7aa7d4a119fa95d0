import type { ReportIssue } from '#core/model/report.ts'

const bankAccount = /\.siteInvoiceDetails\.accountNumber$/

/** Whether a column's target holds a bank account number: personal data that a report sent on should not spread. */
export function holdsBankAccount(field: string | null): boolean {
  return field !== null && bankAccount.test(field)
}

/** All but the last four characters as asterisks. What has four or fewer is hidden whole: its "last four" would be all of it. */
export function maskText(text: string): string {
  const shown = text.length > 4 ? text.slice(-4) : ''
  return '*'.repeat(text.length - shown.length) + shown
}

/** An issue about a bank account quotes it: the value goes masked, and so does any run of digits in the sentence. */
export function maskIssue(issue: ReportIssue): ReportIssue {
  if (!holdsBankAccount(issue.field)) return issue
  const { value } = issue
  const quoted = value === null || value.trim() === '' ? issue.message : issue.message.replaceAll(value, maskText(value))
  return {
    ...issue,
    value: value === null ? null : maskText(value),
    // The other cell of a conflict is quoted too, and only its digits tell it.
    message: quoted.replaceAll(/\d[\d -]{3,}\d/g, maskText),
  }
}
