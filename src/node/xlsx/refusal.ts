import type { FailureCode } from '#core/model/result.ts'

/**
 * Thrown inside the reader only, where a failure arises deep in a stream of events, and caught at its edge (`read-workbook.ts`),
 * which answers it as a value. `reason` goes on "NAME.xlsx": it says what is wrong with the file.
 */
export class Refusal extends Error {
  readonly code: FailureCode
  readonly reason: string

  constructor(code: FailureCode, reason: string) {
    super(`${code}: ${reason}`)
    this.code = code
    this.reason = reason
  }
}

const mend = 'Open it in Excel or LibreOffice, save it as a new XLSX file, and choose that; if it was downloaded, download it again.'

export function damaged(detail: string): Refusal {
  return new Refusal('file-damaged', `is damaged or was made to mislead (${detail}). ${mend}`)
}

export function tooLarge(detail: string): Refusal {
  return new Refusal('file-too-large', `is too large: ${detail}. Split it into smaller files, or save the sheet as CSV.`)
}
