import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { FileToken } from '#shared/ipc/schemas.ts'
import type { ChosenFile } from './chosen-file.ts'

export interface FileTokens {
  /** Hands a path to the engine and gives the page the token that stands for it. */
  grant(path: string): ChosenFile
}

/** The page never names a file on disk: dialogs and drops give it tokens, and only the engine can turn one into a path. */
export function makeFileTokens(tell: (token: string, path: string) => void): FileTokens {
  return {
    grant(path) {
      const token = FileToken.parse(randomUUID())
      tell(token, path)
      return { token, name: basename(path) }
    },
  }
}
