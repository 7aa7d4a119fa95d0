// What went wrong, said once more where a run ends: of a long log often only the last lines are kept, and the failure stood far above them.

const mostItems = 20
const mostLinesEach = 12
// Shared by all of them, so that the whole stays within what is kept.
const roomLines = 60
const widestLine = 600

// What colours a text in a terminal: in a log it is noise.
const colours = new RegExp(`${String.fromCodePoint(27)}\\[[0-9;]*m`, 'g')

/** `items`: what failed and what was said of it. Empty where nothing failed. */
export function recap(items) {
  const shown = items.slice(0, mostItems)
  const linesEach = Math.min(mostLinesEach, Math.floor(roomLines / shown.length))
  const parts = shown.map(({ name, text }) => [`FAILED ${name}`, ...firstLines(text, linesEach)].join('\n'))
  if (items.length > shown.length) parts.push(`… and ${items.length - shown.length} more`)
  return parts.join('\n')
}

function firstLines(text, most) {
  const said = text.replace(colours, '').split('\n').map((line) => line.trimEnd())
  // Where the runner called the test from says nothing.
  const lines = said.filter((line) => line !== '' && !/^\s+at (.*node_modules|new Promise)/.test(line))
  const kept = lines.slice(0, most).map((line) => `  ${line.slice(0, widestLine)}`)
  if (lines.length > most) kept.push(`  … ${lines.length - most} more lines`)
  return kept
}
