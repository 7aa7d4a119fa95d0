import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Failure, type Result, fail, ok } from '#core/model/result.ts'

/**
 * Puts a file in place whole or not at all: written beside it under another name, flushed to the disk, then renamed over it. A
 * failure leaves what was there before and no half-written file. `write` gets the path to write to.
 */
export async function replaceFile(path: string, write: (temporary: string) => Promise<void>): Promise<Result<{ readonly path: string }>> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await write(temporary)
    const file = await open(temporary, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    return ok({ path })
  } catch (error) {
    await rm(temporary, { force: true })
    return { ok: false, failure: explainWriteError(error, path) }
  }
}

/** What the operating system said, in words and with the next thing to do. What it did not say is a bug, and thrown on. */
export function explainWriteError(error: unknown, path: string): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const write = (why: string): Failure => fail('cannot-write', `Cannot write ${path}: ${why}`).failure
  switch (code) {
    case 'ENOSPC': case 'EDQUOT':
      return fail('disk-full', `The disk is full, so ${path} was not written. Free some space, or choose another place.`).failure
    case 'ENOENT': case 'ENOTDIR': return write('the folder does not exist. Create it, or choose another place.')
    case 'EACCES': case 'EPERM': case 'EROFS': return write('writing there is not permitted. Choose another place, or close the file if another program has it open.')
    case 'EBUSY': return write('another program has the file open. Close it there, then try again.')
    case 'EISDIR': return write('there is a folder of that name. Choose another name.')
    case 'ENAMETOOLONG': return write('the name is too long. Choose a shorter one.')
    default:
      if (/^E[A-Z0-9]+$/.test(code)) return write(`the system reports ${code}. Choose another place.`)
      throw error
  }
}
