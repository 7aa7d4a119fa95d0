import type { ReadingChoice, ReadingQuestion } from '#core/model/reading.ts'
import type { Failure } from '#core/model/result.ts'
import type { Source } from '#core/model/source.ts'
import { plain } from './plain.ts'

/** The file is readable in two ways or more; which is meant, an option must say. */
export interface Undecided extends Failure {
  readonly code: 'reading-undecided'
  readonly questions: readonly QuestionJson[]
}

/** As `--json` gives it: with the file's name instead of its index, and values as the option takes them for that file. */
export interface QuestionJson extends Omit<ReadingQuestion, 'file'> {
  readonly file: string
}

/** Null when nothing is left open. */
export function undecided(source: Source): Undecided | null {
  if (source.questions.length === 0) return null
  const questions = source.questions.map((question) => questionJson(question, source))
  const options = [...new Set(questions.map(({ option }) => option))].join(', ')
  const several = questions.length > 1 ? `${questions.length} things open that would change what is read` : 'open how it is meant to be read'
  return { code: 'reading-undecided', message: `${plain(source.file)} leaves ${several}. Decide with ${options}, then try again.`, questions }
}

export function questionJson(question: ReadingQuestion, source: Source): QuestionJson {
  const file = source.files[question.file]?.name ?? source.file
  const prefix = source.files.length > 1 ? `${file}=` : ''
  return { ...question, file, choices: question.choices.map((choice) => ({ ...choice, value: `${prefix}${choice.value}` })) }
}

/** Each question with its readings beside each other, as wide as the terminal. */
export function questionText(questions: readonly QuestionJson[], width: number): string {
  return questions.map((question) => oneQuestion(question, width)).join('\n')
}

const gap = ' | '
const rule = '-'

function oneQuestion({ file, sheet, text, option, choices }: QuestionJson, width: number): string {
  const place = sheet === null ? plain(file) : `${plain(file)}, sheet ${plain(sheet)}`
  const lines = [`${place}: ${plain(text)}`]
  for (let first = 0; first < choices.length; first += 2) {
    const pair = choices.slice(first, first + 2)
    const each = Math.max(20, Math.floor((width - 2 - gap.length * (pair.length - 1)) / pair.length))
    const blocks = pair.map((choice) => choiceLines(choice, { option, width: each }))
    const height = Math.max(...blocks.map((block) => block.length))
    for (let line = 0; line < height; line += 1) lines.push(`  ${blocks.map((block) => (block[line] ?? '').padEnd(each)).join(gap)}`.trimEnd())
    lines.push('')
  }
  return lines.join('\n')
}

/** What to type, what it means, and the first rows read that way. */
function choiceLines({ value, label, preview }: ReadingChoice, { option, width }: { readonly option: string; readonly width: number }): readonly string[] {
  return [`${option} ${shellWord(value)}`, plain(label), rule.repeat(width), ...previewLines(preview)].map((line) => cut(line, width))
}

const widestCell = 24

/** Cells below each other, so that what is one column is seen to be one. */
function previewLines(rows: readonly (readonly string[])[]): readonly string[] {
  const cells = rows.map((row) => row.map((cell) => cut(plain(cell), widestCell)))
  const widths = Array.from({ length: Math.max(0, ...cells.map((row) => row.length)) }, (_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' ¦ ').trimEnd())
}

function cut(text: string, width: number): string {
  const characters = Array.from(text)
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join('')}…`
}

/** As a shell takes it: a name with spaces needs quotes. */
function shellWord(value: string): string {
  return /^[\w.,:/=-]+$/.test(value) ? value : `"${plain(value).replaceAll(/(["\\$`])/g, '\\$1')}"`
}
