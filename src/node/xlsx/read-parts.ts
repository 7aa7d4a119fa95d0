import { findPart, type Container } from './open-container.ts'
import { builtInFormat, readFormatCode, type NumberFormat } from './number-format.ts'
import { sheetLimits } from './limits.ts'
import { damaged, tooLarge } from './refusal.ts'
import { scanXml } from './scan-xml.ts'
import { newTextPool } from './text-pool.ts'
import { unescapeText } from './unescape-text.ts'

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[]
  readonly date1904: boolean
  readonly stylesPart: string | null
  readonly sharedStringsPart: string | null
}

export interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  /** Null for a chart or a dialog, which have no cells. */
  readonly part: string | null
}

interface Relationship {
  /** The last segment of the type: the transitional and the strict standard differ in what stands before it. */
  readonly type: string
  readonly target: string
}

/** The workbook's own part: its sheets in order, and where the texts and the styles are. */
export async function readWorkbookPart(container: Container): Promise<WorkbookPart> {
  const root = [...(await readRelationships(container, '')).values()].find(({ type }) => type === 'officeDocument')
  const workbook = root?.target ?? 'xl/workbook.xml'
  const relationships = await readRelationships(container, workbook)
  const sheets: SheetEntry[] = []
  let date1904 = false
  await scanXml(container, workbook, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributes['date1904'])
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? ''
      const relationship = relationships.get(id)
      if (relationship === undefined) throw damaged('a sheet of it has no content')
      const hidden = (attributes['state'] ?? 'visible') !== 'visible'
      sheets.push({ name: attributes['name'] ?? '', hidden, part: relationship.type === 'worksheet' ? relationship.target : null })
    },
  })
  const target = (type: string) => [...relationships.values()].find((relationship) => relationship.type === type)?.target ?? null
  return { sheets, date1904, stylesPart: target('styles'), sharedStringsPart: target('sharedStrings') }
}

/** By id. Targets outside the file are left out: nothing outside is ever opened. */
async function readRelationships(container: Container, part: string): Promise<ReadonlyMap<string, Relationship>> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`
  const found = new Map<string, Relationship>()
  if (findPart(container, name) === undefined) return found
  await scanXml(container, name, {
    open(tag, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (tag !== 'Relationship' || mode === 'External') return
      found.set(id, { type: type.slice(type.lastIndexOf('/') + 1), target: resolvePart(folder, target) })
    },
  })
  return found
}

function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const segments: string[] = []
  for (const segment of `${folder}${target}`.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}

/** The number format of each cell style, by the index that cells name in `s`. */
export async function readStyles(container: Container, part: string | null): Promise<readonly NumberFormat[]> {
  if (part === null || findPart(container, part) === undefined) return []
  const codes = new Map<number, NumberFormat>()
  const formats: NumberFormat[] = []
  let inCellStyles = false
  await scanXml(container, part, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), readFormatCode(attributes['formatCode'] ?? ''))
      if (name === 'cellXfs') inCellStyles = true
      if (name !== 'xf' || !inCellStyles) return
      const id = Number(attributes['numFmtId'] ?? 0)
      formats.push(codes.get(id) ?? builtInFormat(id))
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return formats
}

/** The texts that cells name by index. Runs of rich text are joined; phonetic guides (rPh) are not part of the text. */
export async function readSharedStrings(container: Container, part: string | null): Promise<readonly string[]> {
  if (part === null || findPart(container, part) === undefined) return []
  const strings: string[] = []
  const pool = newTextPool()
  let text = ''
  let inText = false
  let inPhonetic = false
  await scanXml(container, part, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') inPhonetic = true
      if (name === 't') inText = !inPhonetic
    },
    text(piece) {
      if (inText) text += piece
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') inPhonetic = false
      if (name !== 'si') return
      if (strings.push(unescapeText(pool(text))) > sheetLimits.sharedStrings) throw tooLarge('it holds more than 2 million texts')
    },
  })
  return strings
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
