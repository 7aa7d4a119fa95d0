// The colours by the figures of WCAG 2.2, as the style sheets have them: a screen that looks right to one person proves nothing.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

type Palette = Readonly<Record<string, string>>

/** The colours of each block of a style sheet, in their order: light, then dark. */
function palettes(file: string): readonly Palette[] {
  const css = readFileSync(join(import.meta.dirname, '../../src/renderer/styles', file), 'utf8')
  return [...css.matchAll(/:root[^{]*\{([^}]*)\}/g)].map(([, body = '']) =>
    Object.fromEntries([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value])))
}

const [light = {}, dark = {}] = palettes('tokens.css')
const [moreLight = {}, moreDark = {}] = palettes('contrast.css')
const looks = {
  light, dark: { ...light, ...dark }, 'light with more contrast': { ...light, ...moreLight }, 'dark with more contrast': { ...light, ...dark, ...moreLight, ...moreDark },
} as const

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

/** Text and what it stands on. */
const pairs: readonly (readonly [string, readonly string[]])[] = [
  ...['ink', 'ink-2', 'ink-3'].map((ink) => [ink, ['paper', 'surface', 'sunken']] as const),
  ['ink', ['error-soft', 'warning-soft', 'info-soft', 'accent-soft', 'edited-soft']], ['ink-2', ['accent-soft', 'warning-soft']],
  ['accent', ['paper', 'surface', 'accent-soft']], ['on-accent', ['accent', 'accent-hover']], ['surface', ['error']],
  ...['error', 'warning', 'info', 'live', 'edited'].map((tone) => [tone, ['surface', `${tone}-soft`]] as const),
]

test.each([['light', 4.5], ['dark', 4.5], ['light with more contrast', 7], ['dark with more contrast', 7]] as const)('text in %s has %d to 1 on all it stands on', (name, least) => {
  const colours: Palette = looks[name]
  const weak = pairs.flatMap(([text, grounds]) => grounds.flatMap((ground) => {
    const ratio = contrast(colours[text] ?? '', colours[ground] ?? '')
    return ratio >= least ? [] : [`${text} on ${ground}: ${ratio.toFixed(2)}`]
  }))
  expect(weak).toEqual([])
})

test.each(Object.keys(looks) as (keyof typeof looks)[])('edges of controls and the focus in %s have 3 to 1', (name) => {
  const colours: Palette = looks[name]
  const weak = ['line-strong', 'focus'].flatMap((edge) => ['paper', 'surface', 'sunken'].map((ground) => [edge, ground, contrast(colours[edge] ?? '', colours[ground] ?? '')] as const)).filter(([, , ratio]) => !(ratio >= 3))
  expect(weak).toEqual([])
})
