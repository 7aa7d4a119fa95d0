// Writes docs/manual.md from the manual that the window shows: `npx tsx scripts/manual-docs.ts`. A unit test fails when the page is stale.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { manual, type ManualSection } from '#shared/wording/manual.ts'

export const manualDocsPath = fileURLToPath(new URL('../docs/manual.md', import.meta.url))

function sectionText({ title, text, terms, end }: ManualSection): string {
  const list = terms.map((each) => `- **${each.term}**: ${each.text}`).join('\n')
  return [`## ${title}`, ...text, list, end ?? ''].filter((part) => part !== '').join('\n\n')
}

export function renderManual(): string {
  return `# Manual

For operators; the window shows the same under its question mark (F1). Made from \`src/shared/wording/manual.ts\` by
\`npx tsx scripts/manual-docs.ts\`; do not edit it here. How the promises are proved: \`guarantees.md\`.

${manual.map(sectionText).join('\n\n')}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(manualDocsPath, renderManual())
