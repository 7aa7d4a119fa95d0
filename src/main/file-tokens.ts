import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { FileToken } from '#shared/ipc/schemas.ts'
import type { ChosenFile } from './chosen-file.ts'

export interface FileTokens {
  /** Hands a path to the engine and gives the page the token that stands for it. */
  grant(path: string): ChosenFile
  /** Of a file of the operator's that is to be read: it belongs among the recent ones once it was. */
  grantToRead(path: string): ChosenFile
  /** The path behind a token of `grantToRead`; null for any other. */
  pathToRead(token: string): string | null
}

/** The page never names a file on disk: dialogs and drops give it tokens, and only the engine can turn one into a path. */
export function makeFileTokens(tell: (token: string, path: string) => void): FileTokens {
  const toRead = new Map<string, string>()
  const grant = (path: string): ChosenFile => {
    const token = FileToken.parse(randomUUID())
    tell(token, path)
    return { token, name: basename(path) }
  }
  return {
    grant,
    grantToRead(path) {
      const chosen = grant(path)
      toRead.set(chosen.token, path)
      return chosen
    },
    pathToRead: (token) => toRead.get(token) ?? null,
  }
}
