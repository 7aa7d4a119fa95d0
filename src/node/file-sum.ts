import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

/** sha256 of a file's bytes as hex; '' where there is no file that can be read (a pipe in its place would never end). */
export async function sumOfFile(path: string): Promise<string> {
  const isFile = await stat(path).then((found) => found.isFile(), () => false)
  if (!isFile) return ''
  const hash = createHash('sha256')
  return pipeline(createReadStream(path), hash).then(() => hash.digest('hex'), () => '')
}

/** Of files that are read together, in any order; of one alone it is its own. */
export function sumOfSums(sums: readonly string[]): string {
  const [first] = sums
  if (first !== undefined && sums.length === 1) return first
  return createHash('sha256').update(sums.toSorted().join('\n')).digest('hex')
}
