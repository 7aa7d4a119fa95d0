import { xmlLimits } from '../limits.ts'
import { damaged } from '../refusal.ts'
import { isSpace, nameClass, valueClass } from './xml-bytes.ts'
import { broken } from './xml-fault.ts'
import { cutAnyText, cutText, skipSpace, type XmlInput } from './xml-input.ts'
import { newName, newNameTable, slotOf, type NameTable, type XmlName } from './xml-names.ts'
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
  /** Of the name that was read last. */
  hash: number
  /** Some attribute has a prefix, or declares a namespace. */
  hasNamespaces: boolean
  readonly table: NameTable
  readonly names: XmlName[]
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Values that are not the bytes as they stand; null for those that are. */
  readonly values: (string | null)[]
  valueAt(index: number): string
}

export function newStartTag(input: XmlInput): StartTag {
  const { attributes } = xmlLimits
  const tag: StartTag = {
    name: newName(Buffer.from('none'), 0), isEmpty: false, count: 0, hash: 0, hasNamespaces: false, table: newNameTable(),
    names: [], starts: new Int32Array(attributes), ends: new Int32Array(attributes), values: [],
    valueAt: (index) => tag.values[index] ?? cutText(input, tag.starts[index] ?? 0, tag.ends[index] ?? 0),
    get(name) {
      const { count, names } = tag
      for (let index = 0; index < count; index++) if (names[index]?.full === name) return tag.valueAt(index)
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
export function readStartTag(input: XmlInput, tag: StartTag): boolean {
  const { bytes, end } = input
  const start = input.at + 1
  const nameEnd = skipName(input, start, tag)
  if (nameEnd >= end) return false
  const known = tag.table.slots[slotOf(tag.hash)]
  tag.name = nameEnd - start <= 4 && known?.hash === tag.hash && known.bytes.length === nameEnd - start ? known : nameAt(bytes, start, { end: nameEnd, tag })
  tag.count = 0
  tag.hasNamespaces = false
  let at = nameEnd
  for (;;) {
    const gap = at
    at = skipSpace(bytes, at)
    const code = bytes[at]
    if (code === 0x3e) break
    if (code === 0x2f) {
      if (at + 1 >= end) return false
      at += 1
      if (bytes[at] !== 0x3e) throw broken('a tag is not closed')
      input.at = at + 1
      tag.isEmpty = true
      return true
    }
    if (at >= end) return false
    if (at === gap) throw broken('a tag is not closed')
    at = readAttribute(input, tag, at)
    if (at === -1) return false
  }
  input.at = at + 1
  tag.isEmpty = false
  return true
}

/** Where the attribute that begins at `from` ends; -1 when that is not there yet. */
function readAttribute(input: XmlInput, tag: StartTag, from: number): number {
  const { bytes, end } = input
  const { count } = tag
  if (count >= xmlLimits.attributes) throw damaged('its XML has too many attributes')
  const nameEnd = skipName(input, from, tag)
  let at = nameEnd
  if (bytes[at] !== 0x3d) at = skipSpace(bytes, at)
  if (at >= end) return -1
  if (bytes[at] !== 0x3d) throw broken('an attribute has no value')
  at = skipSpace(bytes, at + 1)
  if (at >= end) return -1
  const quote = bytes[at] ?? 0
  if (quote !== 0x22 && quote !== 0x27) throw broken('an attribute has no quotes')
  const known = tag.table.slots[slotOf(tag.hash)]
  const name = nameEnd - from <= 4 && known?.hash === tag.hash && known.bytes.length === nameEnd - from ? known : nameAt(bytes, from, { end: nameEnd, tag })
  for (let index = 0; index < count; index++) if (tag.names[index]?.full === name.full) throw broken(`the attribute ${name.full} is there twice`)
  if (name.prefix !== '' || name.full === 'xmlns') tag.hasNamespaces = true
  const start = at + 1
  const classes = valueClass
  at = start
  while (classes[bytes[at] ?? 0] === 0) at++
  tag.names[count] = name
  tag.starts[count] = start
  if (bytes[at] === quote) tag.values[count] = null
  else {
    at = readOddValue(input, { tag, start, at }, quote)
    if (at === -1) return -1
  }
  tag.ends[count] = at
  tag.count = count + 1
  return at + 1
}

/** A value of more than plain ASCII; the bytes from `start` to `at` are that. */
function readOddValue(input: XmlInput, { tag, start, at: from }: { readonly tag: StartTag; readonly start: number; readonly at: number }, quote: number): number {
  const { bytes } = input
  let isAscii = true
  let at = from
  for (;; at++) {
    const code = bytes[at] ?? 0
    const kind = valueClass[code]
    if (kind === 0) continue
    if (kind === 1) isAscii = false
    else if (code === quote) break
    else if (code === 0x3c) throw broken('an attribute holds a <')
    else if (code !== 0x26 && code !== 0x22 && code !== 0x27 && !isSpace(code)) {
      if (at >= input.end) return -1
      throw forbidden()
    }
  }
  tag.values[tag.count] = resolveValue(cutAnyText(input, { start, end: at, isAscii }))
  return at
}

/** Where the name that begins at `start` ends; its hash goes to the tag. */
function skipName({ bytes, end }: XmlInput, start: number, tag: StartTag): number {
  const classes = nameClass
  let hash = 0
  let at = start
  let code = bytes[at] ?? 0
  if (classes[code] !== 2 && at < end) throw broken('a tag or an attribute has no name')
  while (classes[code] !== 0) {
    hash = (hash << 8) ^ (hash >>> 24) ^ code
    at += 1
    code = bytes[at] ?? 0
  }
  tag.hash = hash
  return at
}

function nameAt(bytes: Buffer, start: number, { end, tag }: { readonly end: number; readonly tag: StartTag }): XmlName {
  return tag.table.find(bytes, { start, end, hash: tag.hash })
}
