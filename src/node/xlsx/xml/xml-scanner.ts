import { xmlLimits } from '../limits.ts'
import { damaged } from '../refusal.ts'
import { byte, anyClass, textClass } from './xml-bytes.ts'
import { broken } from './xml-fault.ts'
import { cutAnyText, indexOf, skipSpace, startsWith, type XmlInput } from './xml-input.ts'
import { isAt, namespaceIn, newNameTable, outerScope, type Scope, type XmlName } from './xml-names.ts'
import { newStartTag, readStartTag, type XmlAttributes } from './xml-start-tag.ts'
import { decodeUtf8, forbidden, resolveText } from './xml-text.ts'

export interface XmlHandlers {
  /**
   * `name` goes without its prefix, which writers are free to choose; it is '' for an element of another namespace than the
   * root's. The root has depth 1. True when the text of the element is wanted.
   */
  readonly open: (name: string, attributes: XmlAttributes, depth: number) => boolean
  /** `text` is what stands directly in the element, if `open` wanted it, else ''. */
  readonly close?: (name: string, text: string, depth: number) => void
}

export interface XmlScanner {
  /** Bytes of UTF-8, cut anywhere. They are copied. */
  push(bytes: Buffer): void
  /** Throws when the document is not complete. */
  finish(): void
}

interface OpenElement {
  readonly name: XmlName
  /** What the handlers know it by. */
  readonly shown: string
  readonly scope: Scope
  wantsText: boolean
  text: string
}

/**
 * The part of XML that workbooks are made of: elements, attributes, text, CDATA, comments, instructions, references to
 * characters. Everything that is not well-formed is refused, namespaces included; so is any document type, hence there are no
 * entities. A tag or a text that is cut off waits for the rest; none may be longer than a megabyte, so none waits for ever.
 */
export function newXmlScanner({ open, close }: XmlHandlers, { isWide }: { readonly isWide: boolean }): XmlScanner {
  const input: XmlInput = { bytes: Buffer.alloc(0), latin: '', at: 0, end: 0 }
  const names = newNameTable()
  const tag = newStartTag(input)
  const elements: OpenElement[] = []
  let element: OpenElement | undefined
  let isBegun = false
  let rootNamespace: string | null = null
  let isOver = false
  let waitsFor = 0

  return {
    push(bytes) {
      input.bytes = Buffer.concat([input.bytes.subarray(input.at, input.end), bytes, Buffer.of(0)])
      input.at = 0
      input.end = input.bytes.length - 1
      // What was cut off is read again once there is twice as much of it: so a long text is not read a hundred times.
      if (input.end < waitsFor) return
      input.latin = input.bytes.toString('latin1', 0, input.end)
      scan()
      const left = input.end - input.at
      if (left > xmlLimits.tokenBytes) throw tooLong()
      waitsFor = Math.min(left * 2, xmlLimits.tokenBytes)
    },
    finish() {
      waitsFor = 0
      input.latin = input.bytes.toString('latin1', 0, input.end)
      scan()
      if (input.at < input.end && elements.length === 0 && skipSpace(input.bytes, input.at) >= input.end) input.at = input.end
      if (!isOver || elements.length > 0 || input.at < input.end) throw broken('it is cut off')
    },
  }

  function scan(): void {
    while (input.at < input.end) {
      const before = input.at
      const isWhole = input.bytes[before] === byte.less ? readMarkup() : readText()
      if (!isWhole) return
      if (input.at - before > xmlLimits.tokenBytes) throw tooLong()
      isBegun = true
    }
  }

  function readMarkup(): boolean {
    const code = input.bytes[input.at + 1]
    if (code === byte.slash) return readEndTag()
    if (code === byte.question) return readInstruction()
    if (code === byte.exclamation) return readDeclaration()
    if (input.at + 1 >= input.end || !readStartTag(input, tag, names)) return false
    openElement()
    return true
  }

  function openElement(): void {
    if (isOver) throw broken('it has two roots')
    const scope = declareNamespaces(element?.scope ?? outerScope())
    const { name } = tag
    const namespace = namespaceIn(scope, name)
    for (let index = 0; index < tag.count; index++) {
      const attribute = tag.names[index]
      if (attribute !== undefined && attribute.prefix !== '') namespaceIn(scope, attribute)
    }
    rootNamespace ??= namespace
    const shown = namespace === rootNamespace ? name.local : ''
    const depth = elements.length + 1
    if (depth > xmlLimits.depth) throw damaged('its XML is nested too deeply')
    const wantsText = open(shown, tag, depth)
    if (tag.isEmpty) {
      close?.(shown, '', depth)
      isOver = depth === 1
      return
    }
    element = { name, shown, scope, wantsText, text: '' }
    elements.push(element)
  }

  function declareNamespaces(outer: Scope): Scope {
    let scope: Map<string, string> | null = null
    for (let index = 0; index < tag.count; index++) {
      const name = tag.names[index]
      if (name === undefined || !(name.prefix === 'xmlns' || name.full === 'xmlns')) continue
      const namespace = tag.valueAt(index)
      const prefix = name.prefix === '' ? '' : name.local
      if (prefix === 'xml' || prefix === 'xmlns' || (prefix !== '' && namespace === '')) throw broken('a prefix is declared wrongly')
      scope ??= new Map(outer)
      scope.set(prefix, namespace)
    }
    return scope ?? outer
  }

  function readEndTag(): boolean {
    if (element === undefined) throw broken('an element ends that never began')
    const { bytes } = element.name
    const start = input.at + 2
    const end = start + bytes.length
    const after = end < input.end ? skipSpace(input.bytes, end) : input.end
    if (after >= input.end) return false
    if (!isAt(bytes, input.bytes, { start, end }) || input.bytes[after] !== byte.greater) throw broken(`the element ${element.name.full} is not closed where it should be`)
    input.at = after + 1
    const { shown, text } = element
    const depth = elements.length
    elements.pop()
    element = elements[depth - 2]
    isOver = depth === 1
    close?.(shown, text, depth)
    return true
  }

  /** A run of text up to the next tag. */
  function readText(): boolean {
    const { bytes } = input
    const start = input.at
    let at = start
    let isAscii = true
    let isPlain = true
    for (;; at++) {
      const code = bytes[at] ?? 0
      const kind = textClass[code]
      if (kind === 0) continue
      if (kind === 1) isAscii = false
      else if (code === byte.less) break
      else if (code === byte.ampersand || code === byte.carriageReturn) isPlain = false
      else if (code === byte.closeBracket) {
        if (bytes[at + 1] === byte.closeBracket && bytes[at + 2] === byte.greater) throw broken('a text holds ]]>')
      } else {
        if (at >= input.end) return false
        throw forbidden()
      }
    }
    input.at = at
    if (element?.wantsText === true || !isAscii || !isPlain) {
      const raw = cutAnyText(input, { start, end: at, isAscii })
      addText(isPlain ? raw : resolveText(raw))
    }
    if (element === undefined && skipSpace(bytes, start) < at) throw broken('text stands outside the root')
    return true
  }

  function addText(text: string): void {
    if (element?.wantsText !== true) return
    element.text = element.text === '' ? text : element.text + text
    if (element.text.length > xmlLimits.tokenBytes) throw tooLong()
  }

  /** Begins with `<!`: a comment, CDATA, or a document type, which no workbook has and every trick with entities needs. */
  function readDeclaration(): boolean {
    const comment = startsWith(input, input.at, '<!--')
    const section = startsWith(input, input.at, '<![CDATA[')
    if (comment === true) {
      const end = endOf('--', 4)
      if (end === -1 || end + 2 >= input.end) return false
      if (input.bytes[end + 2] !== byte.greater) throw broken('a comment holds --')
      skipTo(end, 3)
      return true
    }
    if (section === true) {
      if (element === undefined) throw broken('text stands outside the root')
      const end = endOf(']]>', 9)
      if (end === -1) return false
      const raw = checkedText(input.at + 9, end)
      addText(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw)
      input.at = end + 3
      return true
    }
    if (comment === null || section === null) return false
    throw startsWith(input, input.at, '<!DOCTYPE') === false ? broken('an unknown declaration') : damaged('its XML declares a document type')
  }

  /** `<?…?>`: skipped, but for the declaration at the very beginning, whose encoding must be the one at hand. */
  function readInstruction(): boolean {
    const end = endOf('?>', 2)
    if (end === -1) return false
    const text = checkedText(input.at + 2, end)
    const target = /^[^\s?]+/.exec(text)?.[0] ?? ''
    if (target === '') throw broken('an instruction has no name')
    if (target.toLowerCase() === 'xml') {
      if (isBegun || target !== 'xml') throw broken('an XML declaration stands where none may')
      checkDeclaration(text, isWide)
    }
    input.at = end + 2
    return true
  }

  function endOf(mark: string, skipped: number): number {
    return indexOf(input, mark, input.at + skipped)
  }

  function skipTo(end: number, markLength: number): void {
    checkedText(input.at, end)
    input.at = end + markLength
  }

  /** Text that holds no references, every character of it allowed. */
  function checkedText(start: number, end: number): string {
    for (let at = start; at < end; at++) if (anyClass[input.bytes[at] ?? 0] === 2) throw forbidden()
    return decodeUtf8(input.bytes, start, end)
  }
}

const declaration = /^xml\s+version\s*=\s*(?:"1\.0"|'1\.0')(?:\s+encoding\s*=\s*(?:"([A-Za-z][\w.-]*)"|'([A-Za-z][\w.-]*)'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*$/

function checkDeclaration(text: string, isWide: boolean): void {
  const parts = declaration.exec(text)
  if (parts === null) throw broken('its XML declaration is wrong')
  const encoding = (parts[1] ?? parts[2] ?? (isWide ? 'utf-16' : 'utf-8')).toLowerCase()
  const fits = isWide ? /^utf-16(?:le|be)?$/ : /^(?:utf-8|us-ascii)$/
  if (!fits.test(encoding)) throw damaged(`its XML says that it is written in ${encoding.slice(0, 40)}, and is not or may not be`)
}

function tooLong() {
  return damaged('a text in it is longer than a million characters')
}
