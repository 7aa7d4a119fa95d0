import { columnLetters } from '#core/model/place.ts'
import { textElement } from './cell-text.ts'

/** What a person reads who points at a cell. Row from 1, column from 0. */
export interface Note {
  readonly row: number
  readonly column: number
  readonly text: string
}

export function notesXml(notes: readonly Note[]): string {
  const lines = notes.map(({ row, column, text }) => `<comment ref="${columnLetters(column)}${row}" authorId="0"><text><r>${textElement(text)}</r></text></comment>`)
  return `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author/></authors><commentList>${lines.join('')}</commentList></comments>`
}

/** Excel shows a note only with a shape for it, in the drawing language that it used before this format. */
export function noteShapesXml(notes: readonly Note[]): string {
  const shapes = notes.map(({ row, column }, at) => [
    `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;width:240pt;height:90pt;z-index:${at + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row - 1}, 2, ${column + 5}, 15, ${row + 5}, 2</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  ].join(''))
  return [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>',
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
    ...shapes, '</xml>',
  ].join('')
}
