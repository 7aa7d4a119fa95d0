import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-staging-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** In blocks of 512 bytes. */
function stage(name: string, mostBlocks: number): string {
  const child = fileURLToPath(new URL('child/stage-rows.ts', import.meta.url))
  return spawnSync('sh', ['-c', `ulimit -f ${mostBlocks}; exec "$@"`, 'sh', process.execPath, '--import', 'tsx', child, join(folder, name)], { encoding: 'utf8' }).stdout.trim()
}

test('a block of rows that the disk takes only a part of is not taken for staged', () => {
  expect(stage('room', 1_000)).toBe('all of it was staged')
  expect(stage('first', 40)).toBe('EFBIG')
  // The last block is the one that does not fit: nothing is written after it that would fail.
  expect(stage('last', 60)).toBe('EFBIG')
})
