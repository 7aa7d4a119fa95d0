// Writes docs/fields.md from the field catalogue: `npx tsx scripts/field-docs.ts`. A unit test fails when the page is stale.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fieldEntries } from '#core/catalogue/index.ts'
import type { Certainty, FieldEntry, FieldType, Level } from '#core/model/field.ts'

export const fieldDocsPath = fileURLToPath(new URL('../docs/fields.md', import.meta.url))

const levels: readonly (readonly [Level, string, string])[] = [
  ['customer', 'Customer', 'One for each account number.'],
  ['site', 'Site', 'With its address and, when it receives its own invoices, its invoice details. One for each site reference of a customer.'],
  ['siteContact', 'Contact of a site', 'Each site needs at least one.'],
  ['customerContact', 'Contact of a customer', 'Of the customer as a whole. May be left out.'],
]

const requiredWords: Readonly<Record<FieldEntry['required'], string>> = { always: 'yes', 'with-parent': 'when its group is given', no: '' }

const unsure = (certainty: Certainty | undefined): string => (certainty === undefined || certainty === 'known' ? '' : ` (${certainty})`)

function between(min: string | number | undefined, max: string | number | undefined, unit = ''): string {
  if (min === undefined && max === undefined) return ''
  if (min === undefined) return `, up to ${max}${unit}`
  return max === undefined ? `, from ${min}${unit}` : `, ${min} to ${max}${unit}`
}

function bounds(type: Extract<FieldType, { kind: 'integer' }>): string {
  const both = between(type.min, type.max)
  if (type.minBound === type.maxBound) return `${both}${unsure(type.minBound)}`
  return `${between(type.min, undefined)}${unsure(type.minBound)}${between(undefined, type.max)}${unsure(type.maxBound)}`
}

function typeText(type: FieldType): string {
  switch (type.kind) {
    case 'text':
      return `text${between(type.min, type.max, ' characters')}${unsure(type.bounds)}`
    case 'email':
      return `email${between(undefined, type.max, ' characters')}${unsure(type.bounds)}`
    case 'integer':
      return `whole number${bounds(type)}`
    case 'decimal':
      return `number${between(type.min, type.max)}${unsure(type.bounds)}`
    case 'enum':
      return `${type.closed ? 'one of' : 'known values:'} ${type.values.map(({ value }) => `\`${value}\``).join(', ')}`
    case 'reference':
      return `id or name of ${type.to.replaceAll('-', ' ')}`
    case 'reference-list':
      return `ids or names of ${type.to.replaceAll('-', ' ')}, separated by commas`
    case 'boolean':
      return 'yes or no'
    case 'site-reference':
      return 'reference of a site'
    case 'bank-account-number':
      return 'bank account number, usually 8 digits'
    case 'sort-code':
      return 'sort code, 6 digits'
    case 'phone':
      return 'telephone number'
    case 'date':
    case 'country':
    case 'postcode':
      return type.kind
  }
}

function tableOf(level: Level): string {
  const rows = fieldEntries
    .filter((entry) => entry.level === level)
    .map((entry) => [`\`${entry.path}\``, entry.label, typeText(entry.type), requiredWords[entry.required], entry.certainty, entry.help])
  return [['Field', 'Label', 'Type', 'Required', 'Certainty', 'Help'], Array.from({ length: 6 }, () => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')
}

/** The whole page. */
export function renderFieldDocs(): string {
  const sections = levels.map(([level, title, text]) => `## ${title}\n\n${text}\n\n${tableOf(level)}\n`)
  return `# Fields

Made from the field catalogue (\`src/core/catalogue\`) by \`npx tsx scripts/field-docs.ts\`; do not edit it here.

Field names are those of the Elevate API behind the name of the level. In mapping files and headers \`site[2].siteName\` and
\`siteContact[3].contactName\` mean the second site and the third contact of a row, counted from 1; \`siteContact.contactName#first\`
and \`#last\` are the halves of a name. \`customer.customFields.<label or id>\` and \`site.customFields.<label or id>\` are custom
fields; the plain \`customFields.<label or id>\` takes the level that Elevate's definition says.

Certainty: **known** rules are stated by the API's documents and broken ones are errors; **inferred** ones are concluded and
broken ones are warnings; **unknown** means that the documents say nothing about type or requirement.

${sections.join('\n')}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(fieldDocsPath, renderFieldDocs())
