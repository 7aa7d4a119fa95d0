// The body of a request, whole, up to a size.
import type { IncomingMessage } from 'node:http'

/** 1,000 sites with every field filled come to about 3 MB. The real limit is unknown. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024

/** What is beyond the limit is read and thrown away, so that the refusal can be delivered. */
export async function receiveBody(request: IncomingMessage): Promise<{ readonly bytes: Buffer; readonly isTooLarge: boolean }> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_BODY_BYTES) chunks.push(chunk)
  }
  return { bytes: Buffer.concat(chunks), isTooLarge: size > MAX_BODY_BYTES }
}
