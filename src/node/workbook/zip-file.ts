import { open, type FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

/** Text goes to be packed in pieces of about this many characters. */
const pieceCharacters = 64 * 1024
/** Sizes are 32 bits wide: programs that read workbooks do not agree about the wider form. */
const mostBytes = 0xffff_ffff

interface Entry {
  readonly name: Buffer
  readonly at: number
  readonly crc: number
  readonly bytes: number
  readonly packed: number
}

export interface ZipFile {
  /** The pieces are taken when the disk has taken those before: however long an entry is, little of it is in memory. */
  readonly add: (name: string, pieces: Iterable<string>) => Promise<void>
  /** Writes the list of entries and closes the file. */
  readonly finish: () => Promise<void>
  /** Closes it as it is. */
  readonly giveUp: () => Promise<void>
}

/** A new file; rejects with the system's error when it is there, or cannot be written. */
export async function openZip(path: string): Promise<ZipFile> {
  const file = await open(path, 'wx', 0o600)
  const entries: Entry[] = []
  let at = 0
  return {
    async add(name, pieces) {
      const entry = await addEntry(file, { name: Buffer.from(name), at }, pieces)
      entries.push(entry)
      at += localHeader(entry).length + entry.packed
    },
    async finish() {
      const list = Buffer.concat(entries.map(listed))
      await writeAt(file, Buffer.concat([list, listEnd({ count: entries.length, at, bytes: list.length })]), at)
      await file.close()
    },
    giveUp: () => file.close(),
  }
}

/** What stands before an entry tells its sizes, which are known after it: written last, in the place that was left for it. */
async function addEntry(file: FileHandle, { name, at }: Pick<Entry, 'name' | 'at'>, pieces: Iterable<string>): Promise<Entry> {
  const sum = { crc: 0, bytes: 0 }
  const start = at + localHeader({ name, at, crc: 0, bytes: 0, packed: 0 }).length
  let packed = 0
  await pipeline(gathered(pieces, sum), createDeflateRaw(), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      await writeAt(file, chunk, start + packed)
      packed += chunk.length
    }
  })
  if (sum.bytes > mostBytes || start + packed > mostBytes) throw Object.assign(new Error('The workbook is larger than the format allows'), { code: 'EFBIG' })
  const entry = { name, at, ...sum, packed }
  await writeAt(file, localHeader(entry), at)
  return entry
}

function* gathered(pieces: Iterable<string>, sum: { crc: number; bytes: number }): Generator<Buffer, void, undefined> {
  const take = (text: string): Buffer => {
    const bytes = Buffer.from(text)
    sum.crc = crc32(bytes, sum.crc)
    sum.bytes += bytes.length
    return bytes
  }
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < pieceCharacters) continue
    yield take(text)
    text = ''
  }
  if (text !== '') yield take(text)
}

async function writeAt(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten
}

/** Version 2.0, names in UTF-8, deflate, the first of January 1980: the same report is the same file. */
const common = [20, 0x0800, 8, 0, 0x0021] as const

function localHeader({ name, crc, bytes, packed }: Entry): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  for (const [index, value] of common.entries()) header.writeUInt16LE(value, 4 + index * 2)
  for (const [index, value] of [crc, packed, bytes].entries()) header.writeUInt32LE(value, 14 + index * 4)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function listed({ name, at, crc, bytes, packed }: Entry): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(20, 4)
  for (const [index, value] of common.entries()) header.writeUInt16LE(value, 6 + index * 2)
  for (const [index, value] of [crc, packed, bytes].entries()) header.writeUInt32LE(value, 16 + index * 4)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(at, 42)
  return Buffer.concat([header, name])
}

function listEnd({ count, at, bytes }: { readonly count: number; readonly at: number; readonly bytes: number }): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  for (const place of [8, 10]) end.writeUInt16LE(count, place)
  end.writeUInt32LE(bytes, 12)
  end.writeUInt32LE(at, 16)
  return end
}
