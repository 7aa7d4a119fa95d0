import { fail, type Result } from '#core/model/result.ts'
import type { Source } from '#core/model/source.ts'
import { readSource, type ReadOptions } from './read-source.ts'

/** Files that were dropped together, read into one source. */
export async function readSources(files: readonly { readonly path: string; readonly options?: ReadOptions }[], shared: ReadOptions = {}): Promise<Result<Source>> {
  const [only, ...others] = files
  if (only === undefined || others.length > 0) return fail('bad-usage', 'One file can be read at a time.')
  return readSource(only.path, { ...shared, ...only.options })
}
