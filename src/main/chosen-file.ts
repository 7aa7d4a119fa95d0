import type { z } from 'zod'
import type { FileToken } from '#shared/ipc/schemas.ts'

/** What the page learns of a chosen file: a token and its name. */
export interface ChosenFile {
  readonly token: z.infer<typeof FileToken>
  readonly name: string
}
