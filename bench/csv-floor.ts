// Child of bench/run.ts: what no reader can be faster than. The bytes to text, and its line ends counted.
import { closeSync, openSync, readSync } from 'node:fs'
import { report, startClock } from './measure.ts'

const seconds = startClock()
const file = openSync(process.argv[2] ?? '', 'r')
const buffer = Buffer.allocUnsafe(1024 * 1024)
const decoder = new TextDecoder()
let lines = 0
for (let bytes = readSync(file, buffer); bytes > 0; bytes = readSync(file, buffer)) {
  const text = decoder.decode(buffer.subarray(0, bytes), { stream: true })
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
}
closeSync(file)
report({ seconds: seconds(), rows: lines })
