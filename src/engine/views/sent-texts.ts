import type { z } from 'zod'
import { findField } from '#core/catalogue/index.ts'
import { plainText } from '#core/model/json.ts'
import { describerOf } from '#core/values/describe-conversion.ts'
import { profileOf, profileTable } from '#core/values/profile-table.ts'
import type { RowView } from '#shared/ipc/source-schemas.ts'
import type { Session } from '../session/session.ts'

type Sent = z.input<typeof RowView>['sent']
export type SentTexts = (cells: readonly string[]) => Sent

/** What is sent instead of the texts of a row, by column: where the two are the same, nothing is said, and neither where a cell has no value. */
export function sentTexts({ source, mapping, reference }: Session, table: number): SentTexts {
  const { [table]: read } = source.tables
  const profiles = read === undefined ? [] : profileTable(read)
  const columns = (mapping.tables[table]?.columns ?? []).flatMap((match) => {
    const { accepted, target, column } = match
    // Halves of a name are joined: neither is sent by itself.
    if (!accepted || target === null || target.part !== undefined) return []
    return [{ column, describe: describerOf({ entry: findField(target.field), column: { match, profile: profileOf(profiles, column) }, reference }) }]
  })
  return (cells) => columns.flatMap(({ column, describe }): Sent => {
    const raw = cells[column] ?? ''
    const conversion = raw === '' ? null : describe(raw)
    const text = conversion === null ? raw : plainText(conversion.value)
    return conversion === null || text === raw ? [] : [{ column, text, how: conversion.text }]
  })
}
