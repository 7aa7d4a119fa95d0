// Cells as text for the clipboard, the way spreadsheet programs write and read them: tabs between cells, lines between rows, and
// quotes around a text that holds either. Nothing is taken for a number, a date or a formula.

/** Several lines each end with a line break, as Excel has it; one line does not, so that it can be pasted into a text box. */
export function writeTabText(lines: readonly (readonly string[])[]): string {
  const texts = lines.map((cells) => cells.map(quoted).join('\t'))
  return texts.length === 1 ? (texts[0] ?? '') : texts.map((text) => `${text}\r\n`).join('')
}

function quoted(text: string): string {
  return text.startsWith('"') || /[\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A quote counts only at the start of a cell and with its other one at the end: `5" pipe` and `"A" team` stay what they are. */
export function readTabText(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]]
  let at = 0
  for (;;) {
    const cell = quotedAt(text, at) ?? plainAt(text, at)
    lines.at(-1)?.push(cell.text)
    at = cell.end
    if (at >= text.length) return lines
    if (text[at] === '\t') {
      at += 1
      continue
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    // The break that ends the last line begins no other one.
    if (at >= text.length) return lines
    lines.push([])
  }
}

interface ReadCell { readonly text: string; /** Position of what follows it. */ readonly end: number }

function plainAt(text: string, from: number): ReadCell {
  let end = from
  while (end < text.length && !isBreak(text[end])) end += 1
  return { text: text.slice(from, end), end }
}

function quotedAt(text: string, from: number): ReadCell | null {
  if (text[from] !== '"') return null
  for (let at = from + 1; ;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    if (text[quote + 1] === '"') at = quote + 2
    else return quote + 1 === text.length || isBreak(text[quote + 1]) ? { text: text.slice(from + 1, quote).replaceAll('""', '"'), end: quote + 1 } : null
  }
}

function isBreak(sign: string | undefined): boolean {
  return sign === '\t' || sign === '\n' || sign === '\r'
}
