import { runCli } from './run-cli.ts'

/** What `onboarder inspect --json --records` says, as far as tests ask. */
export interface Inspected {
  readonly code: number | null
  readonly decided: boolean
  readonly files: readonly { readonly name: string; readonly reading: Readonly<Record<string, unknown>> & { readonly findings: readonly Finding[] } }[]
  readonly questions: readonly { readonly about: string; readonly file: string; readonly option: string; readonly choices: readonly { readonly value: string; readonly preview: readonly (readonly string[])[] }[] }[]
  readonly tables: readonly Table[]
  readonly diagnostics: readonly { readonly code: string; readonly severity: string; readonly row: number | null }[]
}
interface Finding { readonly about: string; readonly confidence: number; readonly evidence: string }
interface Table {
  readonly file: string
  readonly sheet: string | null
  readonly headerRow: number
  readonly headers: readonly string[]
  readonly records: readonly { readonly row: number; readonly cells: readonly string[] }[]
  readonly preamble: readonly { readonly row: number; readonly cells: readonly string[] }[]
  readonly footer: readonly { readonly row: number; readonly cells: readonly string[] }[]
  readonly repeats: readonly number[]
  readonly perColumn: readonly Readonly<Record<string, unknown>>[]
}

export async function inspect(...args: readonly string[]): Promise<Inspected> {
  const { code, stdout, stderr } = await runCli(['inspect', ...args, '--json', '--records'])
  if (stdout === '') throw new Error(stderr)
  return { code, ...(JSON.parse(stdout) as Omit<Inspected, 'code'>) }
}
