// RFC 6902 over plain JSON values: pure, the document given is never changed, all operations or none.
import type { PatchOperation } from '#api/schemas/json-patch.ts'
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts'

export type Patched = { readonly value: JsonValue } | { readonly problem: string }
type Segments = readonly string[]
/** What to do at the parent: given the parent and the last segment, the parent as it should be, or null when impossible. */
type Edit = (parent: JsonValue, key: string) => JsonValue | null

const segmentsOf = (pointer: string): Segments => pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

function indexIn(items: readonly JsonValue[], key: string): number | null {
  const index = /^(?:0|[1-9]\d{0,8})$/.test(key) ? Number(key) : -1
  return index >= 0 && index < items.length ? index : null
}

function childOf(parent: JsonValue, key: string): JsonValue | undefined {
  if (Array.isArray(parent)) {
    const items: readonly JsonValue[] = parent
    const index = indexIn(items, key)
    return index === null ? undefined : items[index]
  }
  return isJsonObject(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined
}

function setChild(parent: JsonValue, key: string, child: JsonValue): JsonValue | null {
  if (Array.isArray(parent)) {
    const items: readonly JsonValue[] = parent
    const index = indexIn(items, key)
    return index === null ? null : items.with(index, child)
  }
  return isJsonObject(parent) && Object.hasOwn(parent, key) ? { ...parent, [key]: child } : null
}

const find = (document: JsonValue, path: Segments): JsonValue | undefined =>
  path.reduce<JsonValue | undefined>((value, key) => (value === undefined ? undefined : childOf(value, key)), document)

function editAt(document: JsonValue, path: Segments, edit: Edit): JsonValue | null {
  const [key, ...rest] = path
  if (key === undefined) return null
  if (rest.length === 0) return edit(document, key)
  const child = childOf(document, key)
  const edited = child === undefined ? null : editAt(child, rest, edit)
  return edited === null ? null : setChild(document, key, edited)
}

const adding = (value: JsonValue): Edit => (parent, key) => {
  if (Array.isArray(parent)) {
    const items: readonly JsonValue[] = parent
    const index = key === '-' || key === String(items.length) ? items.length : indexIn(items, key)
    return index === null ? null : items.toSpliced(index, 0, value)
  }
  return isJsonObject(parent) ? { ...parent, [key]: value } : null
}

const removing: Edit = (parent, key) => {
  if (Array.isArray(parent)) {
    const items: readonly JsonValue[] = parent
    const index = indexIn(items, key)
    return index === null ? null : items.toSpliced(index, 1)
  }
  if (!isJsonObject(parent) || !Object.hasOwn(parent, key)) return null
  return Object.fromEntries(Object.entries(parent).filter(([name]) => name !== key))
}

const add = (document: JsonValue, path: Segments, value: JsonValue): JsonValue | null => (path.length === 0 ? value : editAt(document, path, adding(value)))

/** Equality as RFC 6902 section 4.6 has it: the order of members does not matter. */
export function sameJson(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    const others: readonly JsonValue[] = right
    return left.length === others.length && left.every((value: JsonValue, index) => sameJson(value, others[index]))
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return left === right
  const given = (object: JsonObject): readonly string[] => Object.keys(object).filter((name) => object[name] !== undefined)
  return given(left).length === given(right).length && given(left).every((name) => Object.hasOwn(right, name) && sameJson(left[name], right[name]))
}

function move(document: JsonValue, from: Segments, path: Segments): JsonValue | null {
  const value = find(document, from)
  // Into itself: RFC 6902 section 4.4 forbids it. Onto itself changes nothing.
  const isPrefix = from.every((key, index) => path[index] === key)
  if (value === undefined || from.length === 0 || (isPrefix && path.length > from.length)) return null
  const without = editAt(document, from, removing)
  return without === null ? null : add(without, path, value)
}

function applyOne(document: JsonValue, operation: PatchOperation): JsonValue | null {
  const path = segmentsOf(operation.path)
  // The body was parsed from JSON, so an operation's value can be nothing else.
  const value = operation['value'] as JsonValue
  switch (operation.op) {
    case 'add':
      return add(document, path, value)
    case 'remove':
      return editAt(document, path, removing)
    case 'replace':
      return path.length === 0 ? value : editAt(document, path, (parent, key) => setChild(parent, key, value))
    case 'move':
      return move(document, segmentsOf(operation.from), path)
    case 'copy': {
      const copied = find(document, segmentsOf(operation.from))
      return copied === undefined ? null : add(document, path, copied)
    }
    case 'test':
      return sameJson(find(document, path), value) ? document : null
  }
}

export function applyPatch(document: JsonValue, operations: readonly PatchOperation[]): Patched {
  let value = document
  for (const [index, operation] of operations.entries()) {
    const next = applyOne(value, operation)
    if (next === null) return { problem: `operation ${index + 1}: ${operation.op} ${operation.path} ${operation.op === 'test' ? 'failed' : 'is not possible'}` }
    value = next
  }
  return { value }
}
