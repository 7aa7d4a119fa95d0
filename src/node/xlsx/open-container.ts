import { isAbsolute } from 'node:path'
import { fromBufferPromise, type Entry, type LocalFileHeader, type ZipFile } from 'yauzl'
import { zipLimits } from './limits.ts'
import { damaged, Refusal } from './refusal.ts'

/** A ZIP archive whose every entry has been checked against its own header, none overlapping another. */
export interface Container {
  readonly bytes: Buffer
  readonly parts: ReadonlyMap<string, Part>
  /** The parts that were unpacked so far: all of them together have one budget. */
  readonly opened: Set<Part>
}

export interface Part {
  readonly name: string
  readonly dataStart: number
  readonly packedBytes: number
  readonly sizeBytes: number
  readonly crc32: number
  readonly deflated: boolean
}

/**
 * Reads the central directory, and each local header with it: two readers that trust different headers would see two different
 * files. Names are looked up without regard to case, as Excel does, so names that differ only in case are doubles too.
 */
export async function openContainer(bytes: Buffer): Promise<Container> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true }).catch(unzipFault)
  if (zip.entryCount > zipLimits.entries) throw damaged(`it holds ${zip.entryCount} parts`)
  // Before the first entry is read this is where the directory begins; the published types take the number for a boolean.
  const directoryStart = Number(zip.readEntryCursor)
  const parts = new Map<string, Part>()
  const ranges: { start: number; end: number }[] = []
  for (const entry of await listEntries(zip)) {
    const { part, range } = await checkEntry(zip, entry)
    const key = partKey(part.name)
    if (parts.has(key)) throw damaged('it holds a part twice')
    parts.set(key, part)
    ranges.push(range)
  }
  checkOverlap(ranges, directoryStart)
  return { bytes, parts, opened: new Set() }
}

export function findPart(container: Container, name: string): Part | undefined {
  return container.parts.get(partKey(name))
}

function partKey(name: string): string {
  return name.toLowerCase()
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry)
  } catch (error) {
    unzipFault(error)
  }
  return entries
}

async function checkEntry(zip: ZipFile, entry: Entry) {
  if (entry.isEncrypted()) throw new Refusal('file-encrypted', 'is locked with a password. Remove the password, then choose it again.')
  if (entry.fileNameLength > zipLimits.nameBytes || entry.fileName.includes('\0') || isAbsolute(entry.fileName)) throw damaged('a part has an impossible name')
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw damaged('a part is packed in an unknown way')
  const local = await zip.readLocalFileHeaderPromise(entry).catch(unzipFault)
  checkLocalHeader(entry, local)
  const part: Part = {
    name: entry.fileName, dataStart: local.fileDataStart, packedBytes: entry.compressedSize, sizeBytes: entry.uncompressedSize,
    crc32: entry.crc32, deflated: entry.compressionMethod === 8,
  }
  return { part, range: { start: entry.relativeOffsetOfLocalHeader, end: local.fileDataStart + entry.compressedSize } }
}

function checkLocalHeader(entry: Entry, local: LocalFileHeader): void {
  // Bit 3: sizes and sum follow the data and are zero here. 0xffffffff: they stand in a ZIP64 field.
  const isLater = (entry.generalPurposeBitFlag & 8) !== 0
  const agrees = (here: number, central: number) => here === central || here === 0xffffffff || (isLater && here === 0)
  const same = local.fileName.equals(entry.fileNameRaw)
    && local.compressionMethod === entry.compressionMethod
    && agrees(local.compressedSize, entry.compressedSize)
    && agrees(local.uncompressedSize, entry.uncompressedSize)
    && (local.crc32 === entry.crc32 || (isLater && local.crc32 === 0))
  if (!same) throw damaged('its two tables of contents disagree')
}

function checkOverlap(ranges: { start: number; end: number }[], directoryStart: number): void {
  let free = 0
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < free) throw damaged('parts of it overlap')
    free = end
  }
  if (free > directoryStart) throw damaged('parts of it overlap')
}

function unzipFault(error: unknown): never {
  if (error instanceof Refusal) throw error
  throw damaged(error instanceof Error ? error.message : 'unreadable ZIP archive')
}
