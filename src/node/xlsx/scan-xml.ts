import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { xmlLimits } from './limits.ts'
import { inflatePart } from './inflate-part.ts'
import { findPart, type Container } from './open-container.ts'
import { damaged } from './refusal.ts'

export type Attributes = Readonly<Record<string, string>>

export interface XmlHandlers {
  /** Name without its namespace prefix: writers are free to choose one. */
  readonly open: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Streams a part's XML through the handlers, within limits; any DOCTYPE is refused, so no entity can be declared. */
export async function scanXml(container: Container, partName: string, handlers: XmlHandlers): Promise<void> {
  const part = findPart(container, partName)
  if (part === undefined) throw damaged(`its part ${partName} is missing`)
  const { parser, progress } = newParser(handlers)
  let decoder: TextDecoder | null = null
  for await (const bytes of inflatePart(container, part)) {
    decoder ??= new TextDecoder(wideEncoding(bytes) ?? 'utf-8', { fatal: true })
    feed(decode(decoder, bytes))
  }
  feed(decoder === null ? '' : decode(decoder))
  parser.close()

  function feed(text: string): void {
    const before = progress.events
    parser.write(text)
    progress.sinceEvent = progress.events === before ? progress.sinceEvent + text.length : text.length
    if (progress.sinceEvent > xmlLimits.textChars + 64 * 1024) throw damaged('a text in it is longer than a million characters')
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

function newParser({ open, close, text }: XmlHandlers) {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const progress = { events: 0, sinceEvent: 0 }
  let depth = 0
  let attributes = 0
  parser.on('error', (error) => {
    throw damaged(`its XML is broken: ${error.message}`)
  })
  parser.on('doctype', () => {
    throw damaged('its XML declares a document type')
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > xmlLimits.attributes) throw damaged('its XML has too many attributes')
  })
  parser.on('opentag', (tag) => {
    progress.events += 1
    depth += 1
    if (depth > xmlLimits.depth) throw damaged('its XML is nested too deeply')
    attributes = 0
    open(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    progress.events += 1
    depth -= 1
    close?.(localName(tag.name))
  })
  const onText = (piece: string): void => {
    progress.events += 1
    if (piece.length > xmlLimits.textChars) throw damaged('a text in it is longer than a million characters')
    text?.(piece)
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  return { parser, progress }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}
