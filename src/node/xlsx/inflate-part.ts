import { crc32, createInflateRaw } from 'node:zlib'
import { zipLimits } from './limits.ts'
import type { Container, Part } from './open-container.ts'
import { damaged, Refusal, tooLarge } from './refusal.ts'

/** Some milliseconds of scanning each: between two pieces the event loop gets its turn, while the next one is unpacked already. */
const pieceBytes = 64 * 1024

/**
 * A part's bytes, unpacked piece by piece. Real bytes are counted, whatever the headers say, and held against the limits before
 * they are handed on. A wrong size or sum shows after the last piece: nothing read may be used before this ends without a throw.
 */
export async function* inflatePart(container: Container, part: Part): AsyncGenerator<Buffer> {
  checkBudget(container, part)
  const packed = container.bytes.subarray(part.dataStart, part.dataStart + part.packedBytes)
  let size = 0
  let sum = 0
  for await (const piece of part.deflated ? inflate(packed) : slices(packed)) {
    size += piece.length
    sum = crc32(piece, sum)
    if (size > part.sizeBytes) throw damaged('a part is larger than it says')
    if (size > zipLimits.ratioFromBytes && size > part.packedBytes * zipLimits.ratio) throw damaged('a part unpacks to more than a hundred times its size')
    yield piece
  }
  if (size !== part.sizeBytes) throw damaged('a part is cut off')
  if (sum !== part.crc32) throw damaged('a checksum is wrong')
}

/** No part unpacks to more than it says, so what the parts say is what they may cost, each counted once however often it is read. */
function checkBudget({ opened }: Container, part: Part): void {
  if (part.sizeBytes > zipLimits.partBytes) throw tooLarge('a part of it unpacks to more than 256 MB')
  opened.add(part)
  const total = [...opened].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  if (total > zipLimits.totalBytes) throw tooLarge('it unpacks to more than 512 MB')
}

async function* inflate(packed: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: pieceBytes })
  stream.end(packed)
  try {
    for await (const piece of stream) yield piece
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw damaged('packed data cannot be unpacked')
  }
  if (stream.bytesWritten !== packed.length) throw damaged('a part has more data than it says')
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}
