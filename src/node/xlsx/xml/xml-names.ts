import { broken } from './xml-fault.ts'

/** Prefixes to namespaces, as declared by the elements around. */
export type Scope = ReadonlyMap<string, string>

/** A name of an element or an attribute, kept from one use to the next: a sheet repeats a dozen of them millions of times. */
export interface XmlName {
  readonly hash: number
  readonly bytes: Uint8Array
  /** What ends an element of this name, without `</`. */
  readonly closing: Uint8Array
  readonly full: string
  /** '' when there is none. */
  readonly prefix: string
  readonly local: string
  /** The namespace in `scope`; found anew when another scope asks. */
  scope: Scope | null
  namespace: string
}

export interface NameTable {
  readonly slots: (XmlName | undefined)[]
  /** The name at these bytes; makes it when the slot of its hash holds another one. */
  find(bytes: Buffer, range: { readonly start: number; readonly end: number; readonly hash: number }): XmlName
}

const slotBits = 10

/** `is` and `s`, which take turns in every cell, must not share a slot: all bytes count. */
export function slotOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - slotBits)
}

const nameBytes = 255

/**
 * Hands out the names. One slot for each hash and the last to come stays, so a file of endless names fills no memory. What is no
 * name, or has more than one colon, is broken XML. The hash of a name of up to four bytes is its bytes.
 */
export function newNameTable(): NameTable {
  const slots: (XmlName | undefined)[] = Array.from({ length: 1 << slotBits }, () => undefined)
  return {
    slots,
    find(bytes, { start, end, hash }) {
      const slot = slotOf(hash)
      const found = slots[slot]
      if (found !== undefined && isAt(found.bytes, bytes.subarray(start, end))) return found
      const name = newName(bytes.subarray(start, end), hash)
      slots[slot] = name
      return name
    },
  }
}

function isAt(wanted: Uint8Array, bytes: Uint8Array): boolean {
  return wanted.length === bytes.length && wanted.every((code, at) => code === bytes[at])
}

// Fifth edition of XML 1.0, section 2.3, without the colon.
const first = 'A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'
const part = `[${first}][${first}\\-.0-9\\xB7\\u0300-\\u036F\\u203F-\\u2040]*`
const qualified = new RegExp(`^(?:(${part}):)?(${part})$`, 'u')

export function isName(text: string): boolean {
  return qualified.test(text)
}

export function newName(at: Buffer, hash: number): XmlName {
  if (at.length > nameBytes) throw broken('a name is too long')
  const full = at.toString('utf8')
  const parts = qualified.exec(full)
  if (parts === null) throw broken('a name is impossible')
  const [, prefix = '', local = ''] = [parts[0], parts[1] ?? '', parts[2] ?? ''].map(intern)
  return { hash, bytes: Uint8Array.from(at), closing: Uint8Array.from([...at, 0x3e]), full: intern(full), prefix, local, scope: null, namespace: '' }
}

/** The engine's one copy of a text, as keys of objects are: comparing it with a literal is comparing two addresses. */
function intern(text: string): string {
  return Object.keys({ [text]: 0 })[0] ?? text
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
