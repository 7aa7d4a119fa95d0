// npm run examples: writes examples/ anew. The files are made by a seeded generator, so a second run changes nothing.
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { renderExamples } from './examples/files.ts'

const folder = fileURLToPath(new URL('../examples/', import.meta.url))
await mkdir(folder, { recursive: true })
for (const [name, content] of Object.entries(await renderExamples())) {
  await writeFile(`${folder}${name}`, content)
  console.log(`examples/${name}`)
}
