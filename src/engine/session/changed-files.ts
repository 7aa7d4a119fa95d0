import { basename } from 'node:path'
import { sumOfFile } from '#node/file-sum.ts'
import type { Session } from './session.ts'

/** A sentence for each file that is no longer what was read: it was edited, replaced or taken away. The session keeps what was read. */
export async function changedFiles({ paths, source }: Pick<Session, 'paths' | 'source'>): Promise<readonly string[]> {
  const known = new Set(source.files.map(({ sha256 }) => sha256))
  const sums = await Promise.all(paths.map(async (path) => ({ path, sum: await sumOfFile(path) })))
  return sums.filter(({ sum }) => !known.has(sum)).map(({ path, sum }) => (sum === ''
    ? `${basename(path)} is no longer where it was read from. What was read is what is imported.`
    : `${basename(path)} has changed since it was read. What was read is what is imported; open the file again to import what stands in it now.`))
}
