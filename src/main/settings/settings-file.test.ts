import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { firstSettings } from '#shared/ipc/comfort-schemas.ts'
import { openSettings, readSettings } from './settings-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-settings-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('what was set is there again, for its owner alone, and the last change wins', async () => {
  const path = join(folder, 'a', 'settings.json')
  const settings = await openSettings(path)
  expect(settings.now()).toEqual(firstSettings)
  for (const zoom of [0.5, 1, 1.5]) settings.change({ zoom })
  expect(settings.change({ colours: 'dark' })).toEqual({ ...firstSettings, zoom: 1.5, colours: 'dark' })
  await vi.waitFor(async () => expect((await openSettings(path)).now()).toEqual({ ...firstSettings, zoom: 1.5, colours: 'dark' }), { timeout: 60_000 })
  expect(statSync(path).mode & 0o077).toBe(0)
})

test('a setting that does not fit is the first one, and the others stay', () => {
  expect(readSettings('{"colours":"pink","contrast":"more","zoom":99,"tour":"seen","old":1}')).toEqual({ ...firstSettings, contrast: 'more', tour: 'seen' })
  for (const text of [null, '', '[', '[]', 'null', '7']) expect(readSettings(text)).toEqual(firstSettings)
})

test('a place that cannot be written does not keep anybody from choosing', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, 'x')
  const settings = await openSettings(join(file, 'settings.json'))
  expect(settings.change({ tour: 'seen' }).tour).toBe('seen')
  expect(settings.change({ zoom: 1 })).toMatchObject({ tour: 'seen', zoom: 1 })
  expect(readFileSync(file, 'utf8')).toBe('x')
})
