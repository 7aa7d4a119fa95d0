import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for the files of one bench, gone afterwards. */
export async function inFolder<Answer>(job: (folder: string) => Promise<Answer>): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'onboarder-bench-'))
  try {
    return await job(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
