import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Builds the program to be killed, or another, to one file, so that a start takes a tenth of a second. Inside node_modules, where what is not
 * bundled is found; each caller has a folder of its own.
 */
export async function buildChild(program = 'test/kill/child/main.ts'): Promise<{ readonly path: string; remove(): void }> {
  const folder = mkdtempSync(join(root, 'node_modules', '.killed-'))
  await build({
    configFile: false, root, logLevel: 'error',
    ssr: { noExternal: ['zod'] },
    resolve: { alias: [{ find: /^@photostructure\/sqlite$/, replacement: join(root, 'test/kill/child/tapped-sqlite.ts') }] },
    build: { ssr: true, outDir: folder, emptyOutDir: true, target: 'node20', rolldownOptions: { input: { main: join(root, program) } } },
  })
  return { path: join(folder, 'main.js'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
