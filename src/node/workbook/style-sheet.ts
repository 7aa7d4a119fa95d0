// The looks of cells by number, in the order the workbook lists them: 0 as it comes, 1 text, 2 header, then text on each colour used.

/** Format "text": a zero in front survives when a person types into the cell, an empty one too. */
export const textStyle = 1
export const headerStyle = 2
const firstColour = 3

/** Number 49 of the formats every program knows: "@". */
const textFormat = 'numFmtId="49" applyNumberFormat="1"'

export interface StyleSheet {
  /** Text on this background, as ARGB. */
  readonly coloured: (argb: string) => number
  /** Once every sheet is written: only then all colours are known. */
  readonly xml: () => string
}

export function makeStyleSheet(): StyleSheet {
  const colours = new Map<string, number>()
  return {
    coloured(argb) {
      const known = colours.get(argb)
      if (known !== undefined) return known
      const number = firstColour + colours.size
      colours.set(argb, number)
      return number
    },
    xml: () => styleXml([...colours.keys()]),
  }
}

function styleXml(colours: readonly string[]): string {
  const fill = (argb: string): string => `<fill><patternFill patternType="solid"><fgColor rgb="${argb}"/><bgColor indexed="64"/></patternFill></fill>`
  // The first two fills are the format's own. The header is dark blue under white: contrast 11 to 1.
  const fills = ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>', fill('FF1F3864'), ...colours.map(fill)]
  const looks = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    `<xf ${textFormat} fontId="0" fillId="0" borderId="0" xfId="0"/>`,
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>',
    ...colours.map((_, at) => `<xf ${textFormat} fontId="0" fillId="${at + 3}" borderId="0" xfId="0" applyFill="1"/>`),
  ]
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font></fonts>',
    `<fills count="${fills.length}">${fills.join('')}</fills>`,
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${looks.length}">${looks.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('')
}
