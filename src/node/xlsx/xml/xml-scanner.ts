import { xmlLimits } from '../limits.ts'
import { damaged } from '../refusal.ts'
import { textClass } from './xml-bytes.ts'
import { newXmlElements, type XmlElements, type XmlHandlers } from './xml-elements.ts'
import { broken } from './xml-fault.ts'
import { cutAnyText, cutText, skipSpace, type XmlInput } from './xml-input.ts'
import { readDeclaration, readInstruction } from './xml-markup.ts'
import { newStartTag, readStartTag } from './xml-start-tag.ts'
import { forbidden, resolveText } from './xml-text.ts'

export type { XmlHandlers } from './xml-elements.ts'

export interface XmlScanner {
  /** Bytes of UTF-8, cut anywhere. They are copied. */
  push(bytes: Buffer): void
  /** Throws when the document is not complete. */
  finish(): void
}

export interface ScannerSettings {
  /** The bytes were UTF-16, and its declaration says so. */
  readonly isWide: boolean
  /** Texts are free of the piece they were cut from, because they will be kept. */
  readonly copies: boolean
}

/**
 * The part of XML that workbooks are made of: elements, attributes, text, CDATA, comments, instructions, references to
 * characters. Everything that is not well-formed is refused, namespaces included; so is any document type, hence there are no
 * entities. A tag or a text that is cut off waits for the rest; none may be longer than a megabyte, so none waits for ever.
 * The loops look at bytes by their numbers (0x3c is <, 0x3e is >, 0x2f is /): they run hundreds of millions of times.
 */
export function newXmlScanner(handlers: XmlHandlers, { isWide, copies }: ScannerSettings): XmlScanner {
  const input: XmlInput = { bytes: Buffer.alloc(1), latin: '', at: 0, end: 0, copies }
  const tag = newStartTag(input)
  const elements = newXmlElements(handlers)
  const { shortcut } = handlers
  let isBegun = false
  let waitsFor = 0

  function scan(): void {
    input.latin = input.bytes.toString('latin1', 0, input.end)
    while (input.at < input.end) {
      if (elements.depth === shortcut?.depth && elements.isPlain()) shortcut.read(input)
      const before = input.at
      if (!readToken()) return
      if (input.at - before > xmlLimits.tokenBytes) throw tooLong()
      isBegun = true
    }
  }

  function readToken(): boolean {
    const { bytes, at } = input
    if (bytes[at] !== 0x3c) return readText(input, elements)
    const code = bytes[at + 1]
    if (code === 0x2f) return readEndTag(input, elements)
    if (code === 0x3f) return readInstruction(input, { isFirst: !isBegun, isWide })
    if (code === 0x21) return readDeclaration(input, elements)
    if (!readStartTag(input, tag)) return false
    elements.open(tag)
    return true
  }
  return {
    push(bytes) {
      const left = input.end - input.at
      input.bytes = Buffer.concat([input.bytes.subarray(input.at, input.end), bytes, Buffer.of(0)])
      input.at = 0
      input.end = left + bytes.length
      // What was cut off is read again once there is twice as much of it: so a long text is not read a hundred times.
      if (input.end < waitsFor) return
      scan()
      waitsFor = Math.min((input.end - input.at) * 2, xmlLimits.tokenBytes)
      if (input.end - input.at > xmlLimits.tokenBytes) throw tooLong()
    },
    finish() {
      scan()
      const isRead = skipSpace(input.bytes, input.at) >= input.end
      if (!elements.isOver || elements.depth > 0 || !isRead) throw broken('it is cut off')
    },
  }
}

function readEndTag(input: XmlInput, elements: XmlElements): boolean {
  const { bytes, end } = input
  const { closing } = elements
  const { length } = closing
  const start = input.at + 2
  let at = 0
  while (at < length && bytes[start + at] === closing[at]) at++
  if (at === length && length > 0) {
    input.at = start + length
    elements.close()
    return true
  }
  if (start + at >= end) return false
  if (elements.depth === 0) throw broken('an element ends that never began')
  // White space may stand before the closing bracket.
  const bracket = at === length - 1 ? skipSpace(bytes, start + at) : -1
  if (bracket >= end) return false
  if (bytes[bracket] !== 0x3e) throw broken(`the element ${elements.innermost()} is not closed where it should be`)
  input.at = bracket + 1
  elements.close()
  return true
}

/** A run of text up to the next tag. */
function readText(input: XmlInput, elements: XmlElements): boolean {
  const { bytes, at: start } = input
  const classes = textClass
  let at = start
  while (classes[bytes[at] ?? 0] === 0) at++
  if (bytes[at] !== 0x3c) return readOddText(input, { start, at }, elements)
  if (elements.depth === 0 && skipSpace(bytes, start) < at) throw broken('text stands outside the root')
  if (elements.wantsText) elements.addText(cutText(input, start, at))
  input.at = at
  return true
}

/** Text of more than plain ASCII; the bytes from `start` to `at` are that. */
function readOddText(input: XmlInput, { start, at: from }: { readonly start: number; readonly at: number }, elements: XmlElements): boolean {
  const { bytes, end } = input
  let isAscii = true
  let at = from
  for (;; at++) {
    const code = bytes[at] ?? 0
    const kind = textClass[code]
    if (kind === 0) continue
    if (kind === 1) isAscii = false
    else if (code === 0x3c) break
    else if (code === 0x5d) {
      if (bytes[at + 1] === 0x5d && bytes[at + 2] === 0x3e) throw broken('a text holds ]]>')
    } else if (code !== 0x26 && code !== 0x0d) {
      if (at >= end) return false
      throw forbidden()
    }
  }
  if (elements.depth === 0 && skipSpace(bytes, start) < at) throw broken('text stands outside the root')
  elements.addText(resolveText(cutAnyText(input, { start, end: at, isAscii })))
  input.at = at
  return true
}

function tooLong() {
  return damaged('a text in it is longer than a million characters')
}
