import { z } from 'zod'
import { readPrivate, writePrivate } from '#node/private-file.ts'
import { firstSettings, Settings } from '#shared/ipc/comfort-schemas.ts'

export type SettingsValue = z.output<typeof Settings>

export interface SettingsStore {
  now(): SettingsValue
  /** Takes effect at once; what cannot be written lasts until the program ends. */
  change(part: Partial<SettingsValue>): SettingsValue
}

/** A setting of another version, or one that somebody wrote by hand and wrong, is the first one; the others stay. */
export async function openSettings(path: string): Promise<SettingsStore> {
  let settings = readSettings(await readPrivate(path))
  let writing: Promise<unknown> = Promise.resolve()
  return {
    now: () => settings,
    change(part) {
      settings = { ...settings, ...part }
      // One after the other: the last change is what stays on the disk.
      writing = writing.then(() => writePrivate(path, JSON.stringify(settings)))
      return settings
    },
  }
}

export function readSettings(text: string | null): SettingsValue {
  const kept = parseObject(text)
  const fitting = Object.entries(Settings.shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(kept[name])
    return parsed.success ? [[name, parsed.data] as const] : []
  })
  return Settings.parse({ ...firstSettings, ...Object.fromEntries(fitting) })
}

function parseObject(text: string | null): Readonly<Record<string, unknown>> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text ?? '{}'))
  } catch {
    return {} // Damaged: nothing in it is worth a question.
  }
}
