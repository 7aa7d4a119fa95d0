// Child of bench/run.ts: what no reader can be faster than. The sheet and the strings inflated and decoded, row ends counted.
import { once } from 'node:events'
import { open, type Entry, type ZipFile } from 'yauzl'
import { report, startClock } from './measure.ts'

const seconds = startClock()
const zip = await new Promise<ZipFile>((resolve, reject) => open(process.argv[2] ?? '', { lazyEntries: true, autoClose: false }, (error, opened) => (error === null ? resolve(opened) : reject(error))))
const entries = await new Promise<readonly Entry[]>((resolve, reject) => {
  const found: Entry[] = []
  zip.on('entry', (entry: Entry) => { found.push(entry); zip.readEntry() }).once('end', () => resolve(found)).once('error', reject).readEntry()
})
let rows = -1
for (const entry of entries.filter(({ fileName }) => /sheet1|sharedStrings/.test(fileName))) {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => zip.openReadStream(entry, (error, opened) => (error === null ? resolve(opened) : reject(error))))
  const decoder = new TextDecoder()
  stream.on('data', (chunk: Buffer) => {
    const text = decoder.decode(chunk, { stream: true })
    for (let at = text.indexOf('</row>'); at >= 0; at = text.indexOf('</row>', at + 1)) rows += 1
  })
  await once(stream, 'end')
}
zip.close()
report({ seconds: seconds(), rows })
