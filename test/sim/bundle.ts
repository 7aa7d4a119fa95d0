import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import type { Mutant } from './mutants/mutant.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const JOURNAL = 'src/node/journal/database.ts'

/** The simulator as one file that Node runs without any transformer, with one weakness put into the engine where told so. */
export async function bundle(name: string, mutant: Mutant | null = null): Promise<string> {
  const folder = join(root, 'node_modules', '.cache', 'simulator', name)
  const journal = weaken(readFileSync(join(root, JOURNAL), 'utf8'), mutant?.file === JOURNAL ? mutant : null)
  const synchronous = /PRAGMA synchronous = (\w+)/.exec(journal)?.[1]
  if (synchronous === undefined) throw new Error(`${JOURNAL} says nothing of synchronous any more`)
  await build({
    configFile: false, root, logLevel: 'error', plugins: mutant === null || mutant.file === JOURNAL ? [] : [weakening(mutant)],
    ssr: { noExternal: true }, define: { JOURNAL_SYNCHRONOUS: JSON.stringify(synchronous) },
    build: { ssr: true, outDir: folder, emptyOutDir: true, target: 'node20', minify: false, rolldownOptions: { input: { seeds: join(root, 'test/sim/run-seeds.ts') } } },
  })
  return join(folder, 'seeds.js')
}

function weakening(mutant: Mutant): Plugin {
  const file = join(root, mutant.file)
  let isDone = false
  return {
    name: 'weaken', enforce: 'pre',
    transform(code, id) {
      if (id !== file) return null
      isDone = true
      return weaken(code, mutant)
    },
    buildEnd(error) {
      if (error === undefined && !isDone) throw new Error(`${mutant.name}: ${mutant.file} is no part of the simulator`)
    },
  }
}

/** Exactly one place: a mutant that no longer applies has to be seen to. */
export function weaken(code: string, mutant: Mutant | null): string {
  if (mutant === null) return code
  const parts = code.split(mutant.text)
  if (parts.length !== 2) throw new Error(`${mutant.name}: its text is ${parts.length - 1} times in ${mutant.file}; the mutant no longer applies`)
  return parts.join(mutant.replacement)
}
