import { TextDecoder } from 'node:util'
import { inflatePart } from './inflate-part.ts'
import { findPart, type Container } from './open-container.ts'
import { damaged } from './refusal.ts'
import { newXmlScanner, type XmlHandlers } from './xml/xml-scanner.ts'

export type { XmlHandlers } from './xml/xml-scanner.ts'
export type { XmlAttributes } from './xml/xml-start-tag.ts'

export interface ScanPass {
  /** The texts will be kept: they are copied, so that they do not keep the XML alive. */
  readonly keepsText?: boolean
  /** Called before each piece, with the share of the part that is behind: to report it, or to throw and stop. */
  readonly onPiece?: (share: number) => void
  /** True when nothing more is wanted. Then the part's size and sum are not checked: what was read counts for a look only. */
  readonly isEnough?: () => boolean
}

export interface PartOf {
  readonly container: Container
  /** Its name. */
  readonly part: string
}

/** Streams a part's XML through the handlers, within limits; any document type is refused, so no entity can be declared. */
export async function scanXml({ container, part: partName }: PartOf, handlers: XmlHandlers, { keepsText = true, onPiece, isEnough }: ScanPass = {}): Promise<void> {
  const part = findPart(container, partName)
  if (part === undefined) throw damaged(`its part ${partName} is missing`)
  let document: OpenDocument | null = null
  let read = 0
  for await (const bytes of inflatePart(container, part)) {
    onPiece?.(read / Math.max(1, part.sizeBytes))
    document ??= openDocument(bytes, handlers, keepsText)
    document.push(bytes)
    read += bytes.length
    if (isEnough?.() === true) return
  }
  document ??= openDocument(Buffer.alloc(0), handlers, keepsText)
  document.finish()
}

interface OpenDocument {
  push(bytes: Buffer): void
  finish(): void
}

/** By its first bytes: UTF-16 is marked as such and is turned into UTF-8, everything else must be UTF-8. */
function openDocument(head: Buffer, handlers: XmlHandlers, copies: boolean): OpenDocument {
  const wide = wideEncoding(head)
  const scanner = newXmlScanner(handlers, { isWide: wide !== null, copies })
  if (wide === null) {
    let isFirst = true
    return {
      push(bytes) {
        const marked = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
        isFirst = false
        scanner.push(marked ? bytes.subarray(3) : bytes)
      },
      finish: () => scanner.finish(),
    }
  }
  const decoder = new TextDecoder(wide, { fatal: true })
  return {
    push: (bytes) => scanner.push(Buffer.from(decode(decoder, bytes))),
    finish() {
      scanner.push(Buffer.from(decode(decoder)))
      scanner.finish()
    },
  }
}

function decode(decoder: TextDecoder, bytes?: Buffer): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true })
  } catch {
    // A fatal decoder throws for one reason only.
    throw damaged('a text in it is not valid Unicode')
  }
}

function wideEncoding(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}
