import type { CellContent } from './sheet.ts'

/** Printable ASCII without the underscore: nearly every cell, and nothing to escape in it. */
const plain = /^[ -^`-~]*$/
const marked = /[&<>"]/g
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The bound of the format: characters of a cell. */
const mostCharacters = 32_767
const cutNote = '… (too long for a cell: the whole text is in the JSON and CSV forms)'

/**
 * Text as the format can hold it. `_x0041_` in a cell means "A" to Excel, so a text that happens to look like it is escaped the way
 * Excel does; characters that XML cannot carry become the replacement character.
 */
export function cleanCell(content: CellContent): CellContent {
  if (typeof content !== 'string') return content
  if (content === '') return undefined
  const text = plain.test(content) ? content : content
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll(/(?![\t\n\u{80}-\u{9F}])[\p{Cc}\u{FFFE}\u{FFFF}\p{Surrogate}]/gu, '\u{FFFD}')
  return text.length <= mostCharacters ? text : text.slice(0, mostCharacters - cutNote.length) + cutNote
}

export function escapeXml(text: string): string {
  return text.replace(marked, (mark) => marks[mark] ?? mark)
}

/** A text element; spaces at its ends and line breaks count only where that is said. */
export function textElement(text: string): string {
  return `<t${/^\s|\s$|[\n\t]/.test(text) ? ' xml:space="preserve"' : ''}>${escapeXml(text)}</t>`
}
