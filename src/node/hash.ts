import { createHash } from 'node:crypto'
import type { NewHash } from '#core/ports.ts'

export const newHash: NewHash = () => {
  const hash = createHash('sha256')
  return {
    update(text) {
      hash.update(text, 'utf8')
    },
    digestHex: () => hash.digest('hex'),
  }
}
