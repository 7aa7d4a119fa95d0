import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname, extname } from 'node:path'
import { fail, ok, type Result } from '#core/model/result.ts'

const endings = ['.xlsx', '.csv', '.json']

/** A report that cannot be written is better known before the import than after it. */
export async function checkReportPath(path: string | undefined): Promise<Result<null>> {
  if (path === undefined) return ok(null)
  if (!endings.includes(extname(path).toLowerCase())) return fail('bad-usage', `A report is written as .xlsx, .csv or .json: give ${path} one of these endings.`)
  const isWritable = await access(dirname(path), constants.W_OK).then(() => true, () => false)
  return isWritable ? ok(null) : fail('cannot-write', `The report cannot be written to ${path}: its folder does not exist or may not be written to. Nothing was sent. Choose another place.`)
}
