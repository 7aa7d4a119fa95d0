import { expect, test } from 'vitest'
import { makeWizardStore } from './wizard-store.ts'

test('listeners hear of every event until they stop, and read the state as it is now', () => {
  const store = makeWizardStore()
  const heard: (string | null)[] = []
  const stop = store.subscribe(() => heard.push(store.get().busy))
  store.tell({ kind: 'asked', busy: 'opening' })
  store.tell({ kind: 'answered' })
  stop()
  store.tell({ kind: 'asked', busy: 'saving' })
  expect(heard).toEqual(['opening', null])
  expect(store.get().busy).toBe('saving')
})
