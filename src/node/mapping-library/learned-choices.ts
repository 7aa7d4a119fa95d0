// What this operator chose before, kept between files: headers with their fields, and texts with their values.
import { z } from 'zod'
import type { Learned } from '#core/model/learned.ts'
import { nothingLearned } from '#core/model/learned.ts'
import { formatTarget, parseTarget } from '#core/model/mapping.ts'
import type { Result } from '#core/model/result.ts'
import { readPrivate, writePrivate } from '../private-file.ts'

const learnedFile = z.strictObject({
  version: z.literal(1),
  // Pairs, not objects: a header may be called `__proto__`.
  columns: z.array(z.tuple([z.string(), z.strictObject({ target: z.string().nullable(), times: z.int().min(1) })])),
  values: z.array(z.tuple([z.string(), z.array(z.tuple([z.string(), z.string()]))])),
})

/** The newest are kept; what was chosen thousands of headers ago is no help. */
const limits = { columns: 5_000, values: 1_000 }

/** A file that is missing or damaged means that nothing was learned: it is only ever a help. */
export async function readLearned(path: string): Promise<Learned> {
  const text = await readPrivate(path)
  const parsed = learnedFile.safeParse(text === null ? null : readJson(text))
  if (!parsed.success) return nothingLearned
  const columns = parsed.data.columns.flatMap(([header, { target: text, times }]) => {
    const target = text === null ? null : parseTarget(text)
    return text !== null && target === null ? [] : [[header, { target, times }] as const]
  })
  return { columns: new Map(columns), values: new Map(parsed.data.values.map(([field, texts]) => [field, new Map(texts)])) }
}

export function writeLearned(path: string, { columns, values }: Learned): Promise<Result<null>> {
  const file: z.input<typeof learnedFile> = {
    version: 1,
    columns: [...columns].slice(-limits.columns).map(([header, { target, times }]) => [header, { target: target === null ? null : formatTarget(target), times }]),
    values: [...values].map(([field, texts]) => [field, [...texts].slice(-limits.values)]),
  }
  return writePrivate(path, `${JSON.stringify(file, null, 1)}\n`)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
