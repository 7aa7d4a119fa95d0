/** What the bytes of a whole file say about UTF-8. */
export interface Utf8Count {
  /** Well-formed characters of two or more bytes. */
  readonly wellFormed: number
  /** Bytes that belong to no well-formed character. */
  readonly invalid: number
}

export interface Utf8Tally {
  push(bytes: Uint8Array): void
  /** Takes whole characters that are known to be well-formed, without looking at them. */
  skip(characters: number): void
  /** A character cut off at the end is invalid at the end of the file only. */
  count(atEnd: boolean): Utf8Count
}

/**
 * Counts well-formed multi-byte characters and stray bytes, over chunks cut anywhere. Both counts are needed: a Windows-1252
 * text has hardly any well-formed one, while a UTF-8 text with one damaged cell has many, and must not become mojibake.
 */
export function newUtf8Tally(): Utf8Tally {
  let wellFormed = 0
  let invalid = 0
  let missing = 0
  let seen = 0
  let lowest = 0x80
  let highest = 0xbf

  function start(byte: number): void {
    lowest = 0x80
    highest = 0xbf
    seen = 1
    if (byte >= 0xc2 && byte <= 0xdf) missing = 1
    else if (byte >= 0xe0 && byte <= 0xef) {
      missing = 2
      if (byte === 0xe0) lowest = 0xa0
      if (byte === 0xed) highest = 0x9f
    } else if (byte >= 0xf0 && byte <= 0xf4) {
      missing = 3
      if (byte === 0xf0) lowest = 0x90
      if (byte === 0xf4) highest = 0x8f
    } else invalid += 1
  }

  return {
    push(bytes) {
      // By index: iterating over every byte of a large file takes several times as long.
      for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0
        if (missing === 0) {
          if (byte >= 0x80) start(byte)
        } else if (byte >= lowest && byte <= highest) {
          lowest = 0x80
          highest = 0xbf
          seen += 1
          missing -= 1
          if (missing === 0) wellFormed += 1
        } else {
          invalid += seen
          missing = 0
          if (byte >= 0x80) start(byte)
        }
      }
    },
    skip(characters) {
      if (missing > 0) invalid += seen
      missing = 0
      wellFormed += characters
    },
    count: (atEnd) => ({ wellFormed, invalid: invalid + (atEnd && missing > 0 ? seen : 0) }),
  }
}
