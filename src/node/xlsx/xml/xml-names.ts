import { broken } from './xml-fault.ts'

/** Prefixes to namespaces, as declared by the elements around. */
export type Scope = ReadonlyMap<string, string>

/** A name of an element or an attribute, kept from one use to the next: a sheet repeats a dozen of them millions of times. */
export interface XmlName {
  readonly bytes: Uint8Array
  readonly full: string
  /** '' when there is none. */
  readonly prefix: string
  readonly local: string
  /** The namespace in `scope`; found anew when another scope asks. */
  scope: Scope | null
  namespace: string
}

export type NameTable = (bytes: Buffer, start: number, end: number) => XmlName

const slots = 256
const nameBytes = 255

/**
 * Hands out the names. One slot for each hash and the last to come stays, so a file of endless names fills no memory. What is no
 * name, or has more than one colon, is broken XML.
 */
export function newNameTable(): NameTable {
  const known: (XmlName | undefined)[] = Array.from({ length: slots }, () => undefined)
  return (bytes, start, end) => {
    let hash = 0
    for (let at = start; at < end; at++) hash = (hash * 31 + (bytes[at] ?? 0)) | 0
    const slot = hash & (slots - 1)
    const found = known[slot]
    if (found !== undefined && isAt(found.bytes, bytes, { start, end })) return found
    const name = newName(bytes.subarray(start, end))
    known[slot] = name
    return name
  }
}

/** Whether exactly these bytes stand there. */
export function isAt(wanted: Uint8Array, bytes: Buffer, { start, end }: { readonly start: number; readonly end: number }): boolean {
  if (wanted.length !== end - start) return false
  for (let at = 0; at < wanted.length; at++) if (wanted[at] !== bytes[start + at]) return false
  return true
}

// Fifth edition of XML 1.0, section 2.3, without the colon.
const start = 'A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'
const part = `[${start}][${start}\\-.0-9\\xB7\\u0300-\\u036F\\u203F-\\u2040]*`
const qualified = new RegExp(`^(?:(${part}):)?(${part})$`, 'u')

function newName(at: Buffer): XmlName {
  if (at.length > nameBytes) throw broken('a name is too long')
  const bytes = Uint8Array.from(at)
  const full = at.toString('utf8')
  const parts = qualified.exec(full)
  if (parts === null) throw broken('a name is impossible')
  const [, prefix = '', local = ''] = parts
  return { bytes, full, prefix, local, scope: null, namespace: '' }
}

const predefined: Scope = new Map([['', ''], ['xml', 'http://www.w3.org/XML/1998/namespace'], ['xmlns', 'http://www.w3.org/2000/xmlns/']])

export function outerScope(): Scope {
  return predefined
}

/** The namespace of a name; a prefix that nobody declared is broken XML. */
export function namespaceIn(scope: Scope, name: XmlName): string {
  if (name.scope === scope) return name.namespace
  const namespace = scope.get(name.prefix)
  if (namespace === undefined) throw broken(`the prefix ${name.prefix} is not declared`)
  name.scope = scope
  name.namespace = namespace
  return namespace
}
