import { join } from 'node:path'
import type { Source } from '#core/model/source.ts'
import { newHash } from '#node/hash.ts'

export function historiesFolder(home: string): string {
  return join(home, 'histories')
}

/**
 * Where the history of a file's content is kept. Rows and columns are told by their numbers, so the same bytes read in another way
 * (another sheet, another sign between the cells) are another file here.
 */
export function historyPath(home: string, { sha256, tables }: Source): string {
  const hash = newHash()
  hash.update(JSON.stringify([sha256, tables.map(({ sheet, headerRow, headers, rows }) => [sheet, headerRow, headers, rows.length])]))
  return join(historiesFolder(home), `${hash.digestHex().slice(0, 40)}.sqlite`)
}
