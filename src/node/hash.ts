import { createHash, hash as hashOnce } from 'node:crypto'
import type { NewHash } from '#core/ports.ts'

/** Most often one text is all there is, and then no hash object is made: that costs more than the hashing. */
export const newHash: NewHash = () => {
  let first: string | null = null
  let more: ReturnType<typeof createHash> | null = null
  return {
    update(text) {
      if (first === null) first = text
      else more = (more ?? createHash('sha256').update(first, 'utf8')).update(text, 'utf8')
    },
    digestHex: () => (more === null ? hashOnce('sha256', first ?? '', 'hex') : more.digest('hex')),
  }
}
