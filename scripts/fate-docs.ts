// Writes docs/fates.md from the table of fates: `npx tsx scripts/fate-docs.ts`. A unit test fails when the page is stale.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Fate, Meeting } from '#sandbox/fates/fate.ts'
import { fateNames, fates } from '#sandbox/fates/table/index.ts'

export const fateDocsPath = fileURLToPath(new URL('../docs/fates.md', import.meta.url))

const meetingWords: Readonly<Record<Meeting, string>> = { create: 'creates', read: 'lists', login: 'logins' }
const effectWords: Readonly<Record<Fate['effect']['applies'], string>> = { now: 'yes', never: 'no', later: 'later' }

function line(name: string, { what, covers, meets, effect }: Fate): string {
  const done = effect.twist === undefined ? effectWords[effect.applies] : 'otherwise'
  return `| \`${name}\` | ${what} | ${done} | ${meets.map((meeting) => meetingWords[meeting]).join(', ')} | ${covers.join(' ')} |`
}

export function renderFateDocs(): string {
  return `# Fates: what the practice server can do to a request

Made from \`src/sandbox/fates/table\` by \`npx tsx scripts/fate-docs.ts\`; do not edit it here. How one is ordered stands in
\`sandbox-differences.md\`. There are ${fateNames.length}. "Done" is for a request that would be accepted: whether it is carried out. The last column
names the faults of the catalogue (\`docs/guarantees.md\`) that it plays: N network, A API, T token, H hostile server, X this API.

| Name | What it stands for | Done? | Meets | Faults |
| --- | --- | --- | --- | --- |
${fateNames.map((name) => line(name, fates[name])).join('\n')}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(fateDocsPath, renderFateDocs())
