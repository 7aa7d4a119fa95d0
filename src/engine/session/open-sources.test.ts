import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeOpenSources } from './open-sources.ts'

test('a file that cannot be read says why to everybody who asks, until it is closed', async () => {
  const home = mkdtempSync(join(tmpdir(), 'onboarder-open-'))
  const path = join(home, 'picture.xlsx')
  writeFileSync(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]))
  const sources = makeOpenSources(home, () => undefined)
  const { id, opening } = sources.open([{ path, options: {} }])
  const read = await opening.done
  expect(read).toMatchObject({ ok: false, failure: { message: expect.stringContaining('picture.xlsx') } })
  expect([await sources.ready(id), await sources.ready(id), sources.session(id)]).toEqual([read, read, read])
  sources.close(id)
  expect(sources.session(id)).toMatchObject({ ok: false, failure: { message: 'That file is no longer open. Open it again.' } })
})
