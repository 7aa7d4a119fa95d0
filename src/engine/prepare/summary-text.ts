import { writeJson } from '#core/model/json.ts'
import type { CustomerSummary } from '#core/model/prepared.ts'

/** A summary as its line of JSON. Written out, because one is made for each customer of a large file: that is several times as quick. */
export function summaryText({ key, name, contractOwnerId, bucket, rows, sites, contacts, errors, warnings }: CustomerSummary): string {
  let places = ''
  for (const { table, row } of rows) places += `${places === '' ? '' : ','}{"table":${table},"row":${row}}`
  const owner = contractOwnerId === undefined ? '' : `,"contractOwnerId":${writeJson(contractOwnerId)}`
  return `{"key":${writeJson(key)},"name":${writeJson(name)}${owner},"bucket":"${bucket}","rows":[${places}],"sites":${sites},"contacts":${contacts},"errors":${errors},"warnings":${warnings}}`
}
