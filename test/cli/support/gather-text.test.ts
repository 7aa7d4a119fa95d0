import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { gatherText } from '../../support/gather-text.ts'

test('a character whose bytes come in two pieces is one character', async () => {
  const bytes = Buffer.from('Café Müller, 5 €, 😀\n')
  for (let cut = 1; cut < bytes.length; cut += 1) {
    const stream = new PassThrough()
    const text = gatherText(stream)
    stream.write(bytes.subarray(0, cut))
    await setImmediate()
    stream.end(bytes.subarray(cut))
    await setImmediate()
    expect(text()).toBe('Café Müller, 5 €, 😀\n')
  }
})
