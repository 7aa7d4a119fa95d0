import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Result } from '#core/model/result.ts'
import { ok } from '#core/model/result.ts'
import { explainWriteError, replaceFile } from './replace-file.ts'

/** Far above any of ours: a file of this size is not one of them. */
const sizeLimit = 8 * 1024 ** 2

/** The file's text; null when there is none, or nothing this program wrote. */
export async function readPrivate(path: string): Promise<string | null> {
  try {
    const bytes = await readFile(path)
    return bytes.length > sizeLimit ? null : bytes.toString('utf8')
  } catch {
    // Missing, not readable, a folder: for what is kept as a help, all of it is "not there".
    return null
  }
}

/** Whole or not at all, and for this user alone. The folder is made where it is missing. */
export async function writePrivate(path: string, text: string): Promise<Result<null>> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  } catch (error) {
    return { ok: false, failure: explainWriteError(error, path) }
  }
  const written = await replaceFile(path, (temporary) => writeFile(temporary, text, { mode: 0o600 }))
  return written.ok ? ok(null) : written
}

export async function removePrivate(path: string): Promise<Result<null>> {
  try {
    await rm(path, { force: true })
    return ok(null)
  } catch (error) {
    return { ok: false, failure: explainWriteError(error, path) }
  }
}
