import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A library to be preloaded, from one file of C. */
export function compile(source: URL, library: string): void {
  run(process.execPath, fileURLToPath(new URL('../../scripts/c-compiler.mjs', import.meta.url)))
  run('cc', '-O2', '-Wall', '-Werror', '-shared', '-fPIC', '-o', library, fileURLToPath(source), '-ldl')
}

function run(program: string, ...given: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(program, given, { encoding: 'utf8' })
  if (status !== 0) throw error ?? new Error(`${stdout}${stderr}`.trim())
}
