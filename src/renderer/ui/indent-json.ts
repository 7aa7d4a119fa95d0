export type JsonTokenKind = 'key' | 'string' | 'number' | 'word' | 'mark'
export interface JsonToken { readonly kind: JsonTokenKind; readonly text: string }

const pieces = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g

/**
 * Indents the text of a request body for reading. Works on the text and never parses it: a 64-bit id must be shown digit for
 * digit as it will be sent. Only white space between tokens is added.
 */
export function indentJson(text: string): readonly JsonToken[] {
  const found = text.match(pieces) ?? []
  const tokens: JsonToken[] = []
  let depth = 0
  found.forEach((piece, index) => {
    const next = found[index + 1]
    const closing = piece === '}' || piece === ']'
    const previous = found[index - 1]
    if (closing) {
      depth -= 1
      if (previous !== '{' && previous !== '[') tokens.push({ kind: 'mark', text: newLine(depth) })
    }
    tokens.push({ kind: kindOf(piece, next), text: piece })
    if (piece === ':') tokens.push({ kind: 'mark', text: ' ' })
    if (piece === ',') tokens.push({ kind: 'mark', text: newLine(depth) })
    if (piece === '{' || piece === '[') {
      depth += 1
      if (next !== '}' && next !== ']') tokens.push({ kind: 'mark', text: newLine(depth) })
    }
  })
  return tokens
}

function newLine(depth: number): string {
  return `\n${'  '.repeat(depth)}`
}

function kindOf(piece: string, next: string | undefined): JsonTokenKind {
  if (piece.startsWith('"')) return next === ':' ? 'key' : 'string'
  if (/^[-\d]/.test(piece)) return 'number'
  return /^[{}[\],:]$/.test(piece) ? 'mark' : 'word'
}
