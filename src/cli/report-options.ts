import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname, extname } from 'node:path'
import type { Command } from 'commander'
import type { Report } from '#core/model/report.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import { customerLink } from '#engine/runs/customer-link.ts'
import { writeFix, writeReport } from '#node/report-files.ts'
import { say } from './output.ts'

/** Where the two parts of the result are to be written. */
export interface ReportOptions {
  readonly report?: string
  readonly fix?: string
}

export function withReportOptions(command: Command): Command {
  return command
    .option('--report <file>', 'write what became of each row beside it: .xlsx is the workbook as it was read, .csv and .json the same as text')
    .option('--fix <file>', 'write what is left to mend as a workbook (.xlsx), to be corrected and imported as it is')
}

const endings = ['.xlsx', '.csv', '.json']

/** A report that cannot be written is better known before the import than after it. */
export async function checkReportPaths({ report, fix }: ReportOptions): Promise<Result<null>> {
  if (report !== undefined && !endings.includes(extname(report).toLowerCase())) return fail('bad-usage', `A report is written as .xlsx, .csv or .json: give ${report} one of these endings.`)
  if (fix !== undefined && extname(fix).toLowerCase() !== '.xlsx') return fail('bad-usage', `What is left to mend is written as a workbook: give ${fix} the ending .xlsx.`)
  for (const path of [report, fix]) {
    const isWritable = path === undefined || await access(dirname(path), constants.W_OK).then(() => true, () => false)
    if (!isWritable) return fail('cannot-write', `The report cannot be written to ${path}: its folder does not exist or may not be written to. Nothing was sent. Choose another place.`)
  }
  const link = customerLink()
  return link.ok ? ok(null) : link
}

/** Writes the parts that were asked for, and says so. */
export async function writeParts(made: Report, { report, fix }: ReportOptions): Promise<Result<null>> {
  if (report !== undefined) {
    const written = await writeReport(made, report)
    if (!written.ok) return written
    say(`Report written to ${report}`)
  }
  if (fix === undefined) return ok(null)
  const written = await writeFix(made, fix)
  if (!written.ok) return written
  say(written.value === null ? `Every customer is finished, so there is nothing to mend: ${fix} was not written.` : `What is left to mend is in ${fix}. Correct it there, and import that workbook.`)
  return ok(null)
}
