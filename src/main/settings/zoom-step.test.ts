import { expect, test } from 'vitest'
import { zoomAfter } from './zoom-step.ts'

const key = (name: string, more: object = {}): Parameters<typeof zoomAfter>[1] => ({ type: 'keyDown', key: name, control: true, meta: false, alt: false, ...more })

test('plus, minus and nought zoom, within what a page can bear', () => {
  expect([zoomAfter(0, key('+')), zoomAfter(0, key('=')), zoomAfter(0, key('-')), zoomAfter(3, key('0'))]).toEqual([0.5, 0.5, -0.5, 0])
  expect([zoomAfter(4, key('+')), zoomAfter(-2, key('-'))]).toEqual([4, -2])
  expect(zoomAfter(1, key('+', { control: false, meta: true }))).toBe(1.5)
})

test('typing does not zoom', () => {
  for (const typed of [key('+', { control: false }), key('0', { alt: true }), key('a'), key('+', { type: 'keyUp' })]) expect(zoomAfter(0, typed)).toBeNull()
})
