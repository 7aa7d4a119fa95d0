// Child of bench/run.ts: papaparse alone on text that the platform decoded, 64 KB at a time, every row touched as an array.
import { createReadStream } from 'node:fs'
import Papa from 'papaparse'
import { countFilled } from './counting-sink.ts'
import { report, startClock } from './measure.ts'

const seconds = startClock()
let rows = -1
let cells = 0
await new Promise<void>((resolve, reject) => {
  Papa.parse<string[]>(createReadStream(process.argv[2] ?? '', { encoding: 'utf8', highWaterMark: 64 * 1024 }), {
    skipEmptyLines: true,
    chunk: ({ data }) => {
      for (const row of data) {
        rows += 1
        if (rows > 0) cells += countFilled(row)
      }
    },
    complete: () => resolve(),
    error: reject,
  })
})
report({ seconds: seconds(), rows, cells })
