// An official Electron takes a folder on its command line because it carries a small app that opens it, default_app.asar.
// The last-resort runtime lacks that file; this makes one, so that both kinds are started in the same way.

const program = `
import { app } from 'electron'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (given === undefined) {
  console.error('Usage: electron [options] <folder of an app>')
  process.exit(1)
}
const folder = path.resolve(given)
const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
if (about.version) app.setVersion(about.version)
if (about.productName || about.name) app.name = about.productName ?? about.name
app.setAppPath(folder)
process.defaultApp = true
// Awaited: 'ready' must not be told before the app has had its say.
await import(pathToFileURL(createRequire(import.meta.url).resolve(folder)).href)
`

/** An asar archive: two length-prefixed numbers, a JSON table of the files, then the files one after the other. */
export function defaultAppArchive() {
  const files = {
    'package.json': Buffer.from(JSON.stringify({ name: 'electron', type: 'module', main: 'main.js' })),
    'main.js': Buffer.from(program),
  }
  const table = {}
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    table[name] = { size: content.length, offset: String(offset) }
    offset += content.length
  }
  const header = Buffer.from(JSON.stringify({ files: table }))
  const padded = Math.ceil(header.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(padded + 8, 4)
  head.writeUInt32LE(padded + 4, 8)
  head.writeUInt32LE(header.length, 12)
  header.copy(head, 16)
  return Buffer.concat([head, ...Object.values(files)])
}
