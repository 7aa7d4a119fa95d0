import { findPart, type Container } from './open-container.ts'
import { builtInFormat, plainFormat, readFormatCode, type NumberFormat } from './number-format.ts'
import { sheetLimits } from './limits.ts'
import { damaged, tooLarge } from './refusal.ts'
import { scanXml, type ScanPass } from './scan-xml.ts'
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
  await scanXml({ container, part: workbook }, {
    open(name, attributes, depth) {
      if (name === 'workbookPr') date1904 = isTrue(attributes.get('date1904'))
      if (name !== 'sheet' || depth !== 3) return false
      const relationship = relationships.get(attributes.getPrefixed('id') ?? '')
      if (relationship === undefined) throw damaged('a sheet of it has no content')
      const hidden = (attributes.get('state') ?? 'visible') !== 'visible'
      sheets.push({ name: attributes.get('name') ?? '', hidden, part: relationship.type === 'worksheet' ? relationship.target : null })
      return false
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
  await scanXml({ container, part: name }, {
    open(tag, attributes) {
      if (tag !== 'Relationship' || attributes.get('TargetMode') === 'External') return false
      const type = attributes.get('Type') ?? ''
      found.set(attributes.get('Id') ?? '', { type: type.slice(type.lastIndexOf('/') + 1), target: resolvePart(folder, attributes.get('Target') ?? '') })
      return false
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
  if (part === null || findPart(container, part) === undefined) return [plainFormat]
  const codes = new Map<number, NumberFormat>()
  const formats: NumberFormat[] = []
  let section = ''
  await scanXml({ container, part }, {
    open(name, attributes, depth) {
      if (depth === 2) section = name
      if (depth !== 3) return false
      if (section === 'numFmts' && name === 'numFmt') codes.set(Number(attributes.get('numFmtId')), readFormatCode(attributes.get('formatCode') ?? ''))
      if (section !== 'cellXfs' || name !== 'xf') return false
      const id = Number(attributes.get('numFmtId') ?? 0)
      formats.push(codes.get(id) ?? builtInFormat(id))
      return false
    },
  })
  return formats.length === 0 ? [plainFormat] : formats
}

/** The texts that cells name by index. Runs of rich text are joined; phonetic guides (rPh) are not part of the text. */
export async function readSharedStrings(container: Container, part: string | null, pass: ScanPass): Promise<readonly string[]> {
  if (part === null || findPart(container, part) === undefined) return []
  const strings: string[] = []
  let text = ''
  let inPhonetic = false
  await scanXml({ container, part }, {
    open(name, _attributes, depth) {
      if (depth === 2) text = ''
      else if (name === 'rPh') inPhonetic = true
      return depth > 2 && name === 't' && !inPhonetic
    },
    close(name, piece, depth) {
      if (name === 't') text = text === '' ? piece : text + piece
      else if (name === 'rPh') inPhonetic = false
      else if (depth === 2 && name === 'si' && strings.push(unescapeText(text)) > sheetLimits.sharedStrings) throw tooLarge('it holds more than 2 million texts')
    },
  }, pass)
  return strings
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
