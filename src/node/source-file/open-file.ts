import { constants, type BigIntStats } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok, type Result } from '#core/model/result.ts'

export interface OpenFile {
  /** Without its folder. */
  readonly name: string
  readonly handle: FileHandle
  readonly sizeBytes: number
  /** True when the file was written to since it was opened: what was read may be half old and half new. */
  hasChanged(): Promise<boolean>
}

/** Opens a regular file once; everything is read through this handle, so it is one and the same file throughout. */
export async function openFile(path: string): Promise<Result<OpenFile>> {
  const name = basename(path)
  let handle: FileHandle
  try {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    return openFailure(name, error)
  }
  const before = await handle.stat({ bigint: true })
  if (!before.isFile()) {
    await handle.close()
    const what = before.isDirectory() ? 'is a folder' : 'is not an ordinary file'
    return fail('file-unreadable', `${name} ${what}. Choose a spreadsheet file (CSV, TSV or XLSX).`)
  }
  const hasChanged = async (): Promise<boolean> => differs(before, await handle.stat({ bigint: true }))
  return ok({ name, handle, sizeBytes: Number(before.size), hasChanged })
}

/** The system's answer to opening, as a sentence. */
export function openFailure(name: string, error: unknown): Result<never> {
  switch (errorCode(error) ?? '') {
    case 'ENOENT': case 'ENOTDIR':
      return fail('file-missing', `${name} was not found. Check the folder and the spelling, then choose the file again.`)
    case 'EACCES': case 'EPERM':
      return fail('file-unreadable', `${name} may not be read by you. Ask for permission to read it, or copy it to a folder of yours.`)
    case 'EISDIR':
      return fail('file-unreadable', `${name} is a folder. Choose a spreadsheet file (CSV, TSV or XLSX).`)
    case 'EBUSY':
      return fail('file-unreadable', `${name} is in use by another program. Close it there, then try again.`)
    default:
      return readFailure(name, error)
  }
}

/** The disk or the network share failed while reading. */
export function readFailure(name: string, error: unknown): Result<never> {
  return fail('file-unreadable', `${name} could not be read (${errorCode(error) ?? 'unknown error'}). If it is on a network drive, copy it to this computer and try again.`)
}

export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

function differs(before: BigIntStats, after: BigIntStats): boolean {
  return before.size !== after.size || before.mtimeNs !== after.mtimeNs
}
