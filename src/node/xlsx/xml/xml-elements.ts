import { xmlLimits } from '../limits.ts'
import { damaged } from '../refusal.ts'
import { broken } from './xml-fault.ts'
import type { XmlInput } from './xml-input.ts'
import { namespaceIn, outerScope, type Scope, type XmlName } from './xml-names.ts'
import type { StartTag, XmlAttributes } from './xml-start-tag.ts'

export interface XmlHandlers {
  /**
   * `name` goes without its prefix, which writers are free to choose; it is '' for an element of another namespace than the
   * root's. The root has depth 1. True when the text of the element is wanted.
   */
  readonly open: (name: string, attributes: XmlAttributes, depth: number) => boolean
  /**
   * Asked before what stands in elements of that depth, as long as names without a prefix are of the root's namespace there. Reads
   * as many elements as it knows, if any, and moves behind them: they must be complete, and nothing that the scanner would refuse.
   */
  readonly shortcut?: XmlShortcut
  /** `text` is what stands directly in the element, if `open` wanted it, else ''. */
  readonly close?: (name: string, text: string, depth: number) => void
}

export interface XmlShortcut {
  /** Of the elements it is asked in. */
  readonly depth: number
  readonly read: (input: XmlInput) => void
}

/** The elements that are open, the root first. Arrays by depth: an object for each element of a sheet costs more than it is worth. */
export interface XmlElements {
  depth: number
  /** The root has been closed. */
  isOver: boolean
  wantsText: boolean
  /** What must follow `</` to close the innermost element. */
  closing: Uint8Array
  open(tag: StartTag): void
  close(): void
  addText(text: string): void
  innermost(): string
  /** In the innermost element, names without a prefix are of the root's namespace. */
  isPlain(): boolean
}

const nothing = new Uint8Array()

export function newXmlElements(handlers: XmlHandlers): XmlElements {
  const { open, close } = handlers
  const names: XmlName[] = []
  const shown: string[] = ['']
  const scopes: Scope[] = [outerScope()]
  const wants: boolean[] = [false]
  let text = ''
  let rootNamespace: string | null = null

  const elements: XmlElements = {
    depth: 0, isOver: false, wantsText: false, closing: nothing,
    open(tag) {
      if (elements.isOver) throw broken('it has two roots')
      const outer = elements.depth
      const depth = outer + 1
      if (depth > xmlLimits.depth) throw damaged('its XML is nested too deeply')
      const scope = tag.hasNamespaces ? declareNamespaces(tag, scopes[outer] ?? outerScope()) : scopes[outer] ?? outerScope()
      const { name } = tag
      const namespace = name.scope === scope ? name.namespace : namespaceIn(scope, name)
      rootNamespace ??= namespace
      const local = namespace === rootNamespace ? name.local : ''
      const wantsText = open(local, tag, depth)
      if (tag.isEmpty) {
        close?.(local, '', depth)
        elements.isOver = outer === 0
        return
      }
      // The text of one element at a time: none that is wanted holds another.
      if (elements.wantsText && wantsText) throw damaged('a text stands inside another')
      if (wantsText) text = ''
      names[outer] = name
      shown[depth] = local
      scopes[depth] = scope
      wants[depth] = wantsText
      elements.depth = depth
      elements.wantsText = wantsText
      elements.closing = name.closing
    },
    close() {
      const { depth } = elements
      const outer = depth - 1
      const own = elements.wantsText ? text : ''
      elements.depth = outer
      elements.isOver = outer === 0
      elements.closing = names[outer - 1]?.closing ?? nothing
      elements.wantsText = wants[outer] ?? false
      close?.(shown[depth] ?? '', own, depth)
    },
    addText(piece) {
      if (!elements.wantsText) return
      text = text === '' ? piece : text + piece
      if (text.length > xmlLimits.tokenBytes) throw damaged('a text in it is longer than a million characters')
    },
    isPlain: () => scopes[elements.depth] === scopes[1] && names[0]?.prefix === '',
    innermost: () => names[elements.depth - 1]?.full ?? '',
  }
  return elements
}

/** Prefixes the element declares are good for itself too; a prefix of an attribute must be declared as well. */
function declareNamespaces(tag: StartTag, outer: Scope): Scope {
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
  const own = scope ?? outer
  for (let index = 0; index < tag.count; index++) {
    const name = tag.names[index]
    if (name !== undefined && name.prefix !== '') namespaceIn(own, name)
  }
  return own
}
