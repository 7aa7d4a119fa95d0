import { escapeXml } from './cell-text.ts'

/** A sheet that has been written: its number, from 1, is in the names of its parts. */
export interface WrittenSheet {
  readonly name: string
  readonly hasNotes: boolean
  readonly filter: string | null
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export function contentTypesXml(sheets: readonly WrittenSheet[]): string {
  const part = (name: string, type: string): string => `<Override PartName="${name}" ContentType="${spreadsheet}.${type}+xml"/>`
  return [
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    part('/xl/workbook.xml', 'sheet.main'), part('/xl/styles.xml', 'styles'),
    ...sheets.flatMap(({ hasNotes }, at) => [part(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet'), ...(hasNotes ? [part(`/xl/comments${at + 1}.xml`, 'comments')] : [])]),
    '</Types>',
  ].join('')
}

/** Each by its type and its path; ids count from `rId1`. */
export function relationsXml(relations: readonly (readonly [type: string, target: string])[]): string {
  const lines = relations.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${relationships}/${type}" Target="${target}"/>`)
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`
}

export function workbookXml(sheets: readonly WrittenSheet[]): string {
  const names = sheets.map(({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  // A filter is in the sheet; programs look it up under this name.
  const filters = sheets.flatMap(({ name, filter }, at) => (filter === null ? [] : [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${escapeXml(`'${name.replaceAll("'", "''")}'!${filter.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`)}</definedName>`,
  ]))
  return [
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationships}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>`,
    `<sheets>${names.join('')}</sheets>${filters.length === 0 ? '' : `<definedNames>${filters.join('')}</definedNames>`}</workbook>`,
  ].join('')
}
