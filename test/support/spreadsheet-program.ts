// A spreadsheet program at work without a window: LibreOffice opens a workbook, types into cells and saves it, as a person would.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** "K2" to the text that is typed there. */
export type Typed = Readonly<Record<string, string>>

export function installSpreadsheetProgram(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('../../scripts/libreoffice.mjs', import.meta.url))], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${stdout}${stderr}`)
}

/** Edits the first sheet of the workbook and saves it under another name, with a macro of a profile of its own. */
export function typeInto(path: string, typed: Typed, saved: string): void {
  const profile = mkdtempSync(join(tmpdir(), 'onboarder-calc-'))
  try {
    // The first start makes the profile, and runs no macro of it.
    run(profile, ['--terminate_after_init'])
    const library = join(profile, 'user/basic/Standard')
    writeFileSync(join(library, 'script.xlb'), `${head('library:library')}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Typist"/></library:library>`)
    writeFileSync(join(library, 'Typist.xba'), `${head('script:module')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Typist" script:language="StarBasic">${escape(macro(path, typed, saved))}</script:module>`)
    run(profile, ['macro:///Standard.Typist.Work'])
    if (!existsSync(saved)) throw new Error('the spreadsheet program saved nothing')
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}

function run(profile: string, orders: readonly string[]): void {
  const { status, stderr } = spawnSync('soffice', [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', ...orders], { encoding: 'utf8', timeout: 240_000 })
  if (status !== 0) throw new Error(`the spreadsheet program ended with ${status}: ${stderr}`)
}

function macro(path: string, typed: Typed, saved: string): string {
  const edits = Object.entries(typed).map(([cell, text]) => `  sheet.getCellRangeByName(${quote(cell)}).setString(${quote(text)})`)
  return [
    'Sub Work', '  Dim hidden(0) As New com.sun.star.beans.PropertyValue', '  hidden(0).Name = "Hidden"', '  hidden(0).Value = True',
    `  book = StarDesktop.loadComponentFromURL(${quote(pathToFileURL(path).href)}, "_blank", 0, hidden())`, '  sheet = book.Sheets.getByIndex(0)', ...edits,
    '  Dim kind(0) As New com.sun.star.beans.PropertyValue', '  kind(0).Name = "FilterName"', '  kind(0).Value = "Calc MS Excel 2007 XML"',
    `  book.storeToURL(${quote(pathToFileURL(saved).href)}, kind())`, '  book.close(True)', '  StarDesktop.terminate()', 'End Sub',
  ].join('\n')
}

function head(root: 'library:library' | 'script:module'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${root} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${root.split(':')[1] ?? ''}.dtd">\n`
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
