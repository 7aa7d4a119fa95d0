import type { z } from 'zod'
import { findField } from '#core/catalogue/index.ts'
import type { EntityDraft, FieldValue } from '#core/model/draft.ts'
import type { FieldEntry } from '#core/model/field.ts'
import { plainText } from '#core/model/json.ts'
import { columnLetters } from '#core/model/place.ts'
import { draftOf } from '#core/pipeline.ts'
import { describeConversion } from '#core/values/describe-conversion.ts'
import { profileOf, profileTable } from '#core/values/profile-table.ts'
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
  const fieldTexts = describeFields(session)
  return {
    key: summary.key, name: summary.name, bucket: summary.bucket,
    fields: fieldTexts(draft),
    sites: draft.sites.map((site) => ({ reference: site.reference, fields: fieldTexts(site), contacts: site.contacts.map((contact) => ({ fields: fieldTexts(contact) })) })),
    contacts: draft.contacts.map((contact) => ({ fields: fieldTexts(contact) })),
    issues: issues.map((issue) => issueView(issue, session.source)),
    requests: (unit?.steps ?? []).map((step) => ({ method: 'POST' as const, path: step.path, body: step.body })),
  }
}

/** Every field of an entity with its cell, and with what was done to the cell's text to make the value. */
function describeFields(session: Session): (entity: EntityDraft) => Tree['fields'] {
  const profiles = session.source.tables.map(profileTable)
  const convertedFrom = (entry: FieldEntry | null, { raw, place }: FieldValue): Tree['fields'][number]['converted'] => {
    if (place === null) return null
    const match = session.mapping.tables[place.table]?.columns.find(({ column }) => column === place.column)
    // Halves of a name were joined: there is no one cell to show.
    if (match === undefined || match.target?.part !== undefined) return null
    const column = { match, profile: profileOf(profiles[place.table] ?? [], place.column) }
    const conversion = describeConversion({ entry, column, reference: session.reference, raw })
    return conversion === null || conversion.kind === 'as-it-stands' ? null : { from: raw, how: conversion.text }
  }
  const fieldText = (field: string, entry: FieldEntry | null, found: FieldValue): Tree['fields'][number] => {
    const { value, place } = found
    const cell = place === null ? null : `${columnLetters(place.column)}${place.row}`
    return { field, label: entry?.label ?? field, value: plainText(value), cell, converted: convertedFrom(entry, found) }
  }
  return (entity) => [
    ...[...entity.fields].map(([path, value]) => fieldText(path, findField(path), value)),
    ...entity.customFields.map(({ definition, value }) => ({ ...fieldText(`customFields.${definition}`, null, value), label: definition })),
  ]
}
