import { xmlLimits } from '../limits.ts'
import { damaged } from '../refusal.ts'
import { byte, isSpace, nameClass, valueClass } from './xml-bytes.ts'
import { broken } from './xml-fault.ts'
import { cutAnyText, skipSpace, type XmlInput } from './xml-input.ts'
import type { NameTable, XmlName } from './xml-names.ts'
import { forbidden, resolveValue } from './xml-text.ts'

/** The attributes of the element that just opened; good until the call returns. */
export interface XmlAttributes {
  /** By the name as it is written. */
  get(name: string): string | undefined
  /** Of the first attribute with a prefix, whichever, and this name behind it. */
  getPrefixed(local: string): string | undefined
}

/** Values are cut out of the input when they are asked for: most never are. */
export interface StartTag extends XmlAttributes {
  name: XmlName
  isEmpty: boolean
  count: number
  readonly names: XmlName[]
  readonly starts: number[]
  readonly ends: number[]
  /** Values that are not the bytes as they stand; null for those that are. */
  readonly values: (string | null)[]
  valueAt(index: number): string
}

export function newStartTag(input: XmlInput): StartTag {
  const none: XmlName = { bytes: new Uint8Array(), full: '', prefix: '', local: '', scope: null, namespace: '' }
  const tag: StartTag = {
    name: none, isEmpty: false, count: 0, names: [], starts: [], ends: [], values: [],
    valueAt: (index) => tag.values[index] ?? cutAnyText(input, { start: tag.starts[index] ?? 0, end: tag.ends[index] ?? 0, isAscii: true }),
    get(name) {
      for (let index = 0; index < tag.count; index++) if (tag.names[index]?.full === name) return tag.valueAt(index)
      return undefined
    },
    getPrefixed(local) {
      for (let index = 0; index < tag.count; index++) {
        const name = tag.names[index]
        if (name !== undefined && name.prefix !== '' && name.local === local) return tag.valueAt(index)
      }
      return undefined
    },
  }
  return tag
}

/** Reads the tag that begins at `input.at`. False when its end is not there yet: nothing is moved, and it is read again later. */
export function readStartTag(input: XmlInput, tag: StartTag, names: NameTable): boolean {
  const { bytes, end } = input
  const nameEnd = skipName(bytes, input.at + 1)
  if (nameEnd >= end) return false
  tag.name = takeName({ bytes, start: input.at + 1, end: nameEnd }, names)
  tag.count = 0
  let at = nameEnd
  for (;;) {
    const gap = at
    at = skipSpace(bytes, at)
    if (at >= end) return false
    const code = bytes[at]
    if (code === byte.greater || code === byte.slash) {
      tag.isEmpty = code === byte.slash
      if (tag.isEmpty) at += 1
      if (at >= end) return false
      if (bytes[at] !== byte.greater) throw broken('a tag is not closed')
      input.at = at + 1
      return true
    }
    if (at === gap) throw broken('a tag is not closed')
    at = readAttribute({ input, tag, names }, at)
    if (at === -1) return false
  }
}

interface AttributeTarget {
  readonly input: XmlInput
  readonly tag: StartTag
  readonly names: NameTable
}

/** Where the attribute that begins at `from` ends; -1 when that is not there yet. */
function readAttribute({ input, tag, names }: AttributeTarget, from: number): number {
  const { bytes, end } = input
  const nameEnd = skipName(bytes, from)
  const sign = skipSpace(bytes, nameEnd)
  if (sign >= end) return -1
  const name = takeName({ bytes, start: from, end: nameEnd }, names)
  if (bytes[sign] !== byte.equals) throw broken('an attribute has no value')
  const opening = skipSpace(bytes, sign + 1)
  if (opening >= end) return -1
  const quote = bytes[opening] ?? 0
  if (quote !== byte.quote && quote !== byte.apostrophe) throw broken('an attribute has no quotes')
  for (let index = 0; index < tag.count; index++) if (tag.names[index]?.full === name.full) throw broken(`the attribute ${name.full} is there twice`)
  if (tag.count >= xmlLimits.attributes) throw damaged('its XML has too many attributes')
  const closing = readValue(input, { tag, start: opening + 1, quote })
  if (closing === -1) return -1
  tag.names[tag.count] = name
  tag.count += 1
  return closing + 1
}

/** Notes the value that begins at `start` and answers where its closing quote is, or -1. */
function readValue(input: XmlInput, { tag, start, quote }: { readonly tag: StartTag; readonly start: number; readonly quote: number }): number {
  const { bytes } = input
  let isAscii = true
  let isPlain = true
  let at = start
  for (;; at++) {
    const code = bytes[at] ?? 0
    const kind = valueClass[code]
    if (kind === 0) continue
    if (kind === 1) isAscii = false
    else if (code === quote) break
    else if (code === byte.ampersand || isSpace(code)) isPlain = false
    else if (code === byte.less) throw broken('an attribute holds a <')
    else if (code !== byte.quote && code !== byte.apostrophe) {
      if (at >= input.end) return -1
      throw forbidden()
    }
  }
  tag.starts[tag.count] = start
  tag.ends[tag.count] = at
  tag.values[tag.count] = isAscii && isPlain ? null : resolveValue(cutAnyText(input, { start, end: at, isAscii }))
  return at
}

export function skipName(bytes: Buffer, from: number): number {
  let at = from
  while (nameClass[bytes[at] ?? 0] !== 0) at++
  return at
}

function takeName({ bytes, start, end }: { readonly bytes: Buffer; readonly start: number; readonly end: number }, names: NameTable): XmlName {
  if (nameClass[bytes[start] ?? 0] !== 2) throw broken('a tag or an attribute has no name')
  return names(bytes, start, end)
}
