import type { z } from 'zod'
import { findField } from '#core/catalogue/index.ts'
import type { CustomerDraft, EntityDraft, FieldValue } from '#core/model/draft.ts'
import { ExactNumber, writeJson } from '#core/model/json.ts'
import { columnLetters } from '#core/model/place.ts'
import { draftOf } from '#core/pipeline.ts'
import type { CustomerTree } from '#shared/ipc/schemas.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import { prepareInput, type Session } from '../session/session.ts'
import { issueView } from './review-view.ts'

type Tree = z.input<typeof CustomerTree>

/** One customer as it will be: fields, sites, contacts, issues, and the very requests of the plan. Null when there is none. */
export function customerView(session: Session, prepared: PreparedFile, wanted: { key: string; row: number }): Tree | null {
  const summary = prepared.customer(wanted.key, wanted.row)
  const found = summary === null ? null : draftOf(prepareInput(session), { ...summary, doubts: prepared.doubts }, prepared.similarOf(summary.key))
  if (summary === null || found === null) return null
  const { draft, issues, unit } = found
  return {
    key: summary.key, name: summary.name, bucket: summary.bucket,
    fields: fieldTexts(draft),
    sites: draft.sites.map((site) => ({ reference: site.reference, fields: fieldTexts(site), contacts: site.contacts.map((contact) => ({ fields: fieldTexts(contact) })) })),
    contacts: draft.contacts.map((contact) => ({ fields: fieldTexts(contact) })),
    issues: issues.map((issue) => issueView(issue, session.source)),
    requests: (unit?.steps ?? []).map((step) => ({ method: 'POST' as const, path: step.path, body: step.body })),
  }
}

function fieldTexts(entity: EntityDraft | CustomerDraft): Tree['fields'] {
  const own = [...entity.fields].map(([path, value]) => fieldText(path, findField(path)?.label ?? path, value))
  return [...own, ...entity.customFields.map(({ definition, value }) => fieldText(`customFields.${definition}`, definition, value))]
}

function fieldText(field: string, label: string, { value, place }: FieldValue): Tree['fields'][number] {
  const text = typeof value === 'string' ? value : value instanceof ExactNumber ? value.text : typeof value === 'boolean' ? (value ? 'yes' : 'no') : writeJson(value)
  return { field, label, value: text, cell: place === null ? null : `${columnLetters(place.column)}${place.row}` }
}
