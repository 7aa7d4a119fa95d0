import type { Readable } from 'node:stream'

/** What a program prints, so far. Pieces of a pipe are cut anywhere, and on a busy computer elsewhere each time: inside a character as well. */
export function gatherText(...streams: readonly (Readable | null | undefined)[]): () => string {
  let text = ''
  for (const stream of streams) stream?.setEncoding('utf8').on('data', (piece: string) => (text += piece))
  return () => text
}
