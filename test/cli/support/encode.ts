import type { Encoding } from '#core/model/reading.ts'

/** Text to the bytes of an encoding; a character that it lacks is an error of the test. */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const table = byteOf(encoding)
  return Buffer.from(Array.from(text, (character) => {
    const byte = table.get(character)
    if (byte === undefined) throw new Error(`${encoding} has no ${character}`)
    return byte
  }))
}

/** As a stream: in one go, Node reads some bytes of Windows-1252 wrongly. */
function byteOf(encoding: Encoding): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(encoding)
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte), { stream: true }), byte] as const))
}
