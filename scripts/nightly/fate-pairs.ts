// Pairs of fates against the real client over HTTP (test/wire/fates/pairs.ts), so many of the sixty thousand, drawn by a seed.
import { parseArgs } from 'node:util'
import { allPairs, playPairs, samplePairs } from '../../test/wire/fates/pairs.ts'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '10000' } } })
const pairs = samplePairs(Number(values.seed), Number(values.count))
const { wrong, met } = await playPairs(pairs, (done) => {
  if (done % 1_000 === 0) console.log(`  ${done.toLocaleString('en-GB')} of ${pairs.length.toLocaleString('en-GB')}`)
})
for (const sentence of wrong) console.error(sentence)
console.log(`fate-pairs: ${pairs.length.toLocaleString('en-GB')} of ${allPairs().length.toLocaleString('en-GB')} pairs from seed ${values.seed}, the second fate met in ${met.toLocaleString('en-GB')}, ${wrong.length} violations`)
process.exitCode = wrong.length === 0 ? 0 : 1
