import { z } from 'zod'

/** Steps of Chromium's zoom: each half step is a tenth more or less, 0 is actual size. */
export const zoomRange = { least: -2, most: 4, step: 0.5 } as const

/** How the operator likes the window. No setting says anything about files, customers or servers. */
export const Settings = z.strictObject({
  colours: z.enum(['system', 'light', 'dark']),
  contrast: z.enum(['system', 'more']),
  zoom: z.number().min(zoomRange.least).max(zoomRange.most),
  /** Whether the tour was offered: it is once, by itself. */
  tour: z.enum(['new', 'seen']),
})
export const SettingsChange = Settings.omit({ zoom: true }).partial()

export const firstSettings: z.output<typeof Settings> = { colours: 'system', contrast: 'system', zoom: 0, tour: 'new' }

/** A file that was opened before, or several together. `id` stands for their paths, which the page never learns; `openedAt` is an instant. */
export const RecentFile = z.strictObject({ id: z.string().max(100), name: z.string(), openedAt: z.string(), isThere: z.boolean() })
