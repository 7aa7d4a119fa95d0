import type { z } from 'zod'
import type { Reading } from '#core/model/reading.ts'
import type { SourceRow, SourceTable } from '#core/model/source.ts'
import type { SourceId } from '#shared/ipc/schemas.ts'
import type { QuestionView, ReadingView, SourceView, TableView } from '#shared/ipc/source-schemas.ts'
import type { Session } from '../session/session.ts'

const looseLines = 20

export function sourceView(sourceId: z.infer<typeof SourceId>, session: Session): z.input<typeof SourceView> {
  const { file, sizeBytes, files, tables, questions } = session.source
  return {
    sourceId, file, sizeBytes, state: 'ready', progress: null,
    files: files.map((each) => ({ name: each.name, sizeBytes: each.sizeBytes, reading: readingView(each.reading) })),
    tables: tables.map(tableView),
    questions: questions.map(({ about, file: index, sheet, text, choices }): z.input<typeof QuestionView> => ({
      about, file: index, sheet, text,
      choices: choices.map((choice) => ({
        decision: { ...choice.decision, ...(choice.decision.sheets === undefined || choice.decision.sheets === 'all' ? {} : { sheets: [...choice.decision.sheets] }) } as z.input<typeof QuestionView>['choices'][number]['decision'],
        value: choice.value, label: choice.label, preview: choice.preview.map((row) => [...row]),
      })),
    })),
  }
}

function readingView(reading: Reading): z.input<typeof ReadingView> {
  const findings = reading.findings.map((finding) => ({ ...finding }))
  return reading.kind === 'text'
    ? { ...reading, findings }
    : { kind: 'workbook', sheets: reading.sheets.map(({ name, hidden }) => ({ name, hidden })), findings }
}

function tableView(table: SourceTable): z.input<typeof TableView> {
  const lines = (rows: readonly SourceRow[] = []): { row: number; cells: string[] }[] =>
    rows.slice(0, looseLines).map(({ row, cells }) => ({ row, cells: [...cells] }))
  return {
    file: table.file, sheet: table.sheet, headerRow: table.headerRow, headers: [...table.headers], rows: table.rows.length,
    columns: table.headers.length, preamble: lines(table.preamble), footer: lines(table.footer),
  }
}
