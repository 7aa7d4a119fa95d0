import { serialize } from 'node:v8'
import { expect, test } from 'vitest'
import { prepare } from '#core/pipeline.ts'
import { changed, clean, inputOf } from './kit.ts'

/** As the engine keeps it: a text of Latin-1 whose letters take two bytes each costs twice as much to write and more to hash. */
const takesOneByte = (text: string): boolean => serialize(text)[2] === 0x22

test('requests of a file in Latin-1 take one byte a letter', () => {
  expect([takesOneByte('Zoë'), takesOneByte('’')]).toEqual([true, false])
  const { plan } = prepare(inputOf([[changed(clean, { 'customer.customerName': 'Zoë Ashby', 'site.siteAddress.country': 'United Kingdom' })]]))
  expect(plan.units.map(({ steps }) => steps.map(({ body }) => [body.includes('"country":"GB"'), takesOneByte(body)]))).toEqual([[[true, true]]])
})
