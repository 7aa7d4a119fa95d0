import { app, BrowserWindow, dialog, type FileFilter } from 'electron'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import type { OfferedFiles } from '../arriving/offered-files.ts'
import type { RecentFiles } from '../arriving/recent-files.ts'
import type { ChosenFile } from '../chosen-file.ts'
import type { FileTokens } from '../file-tokens.ts'

const spreadsheets: FileFilter[] = [
  { name: 'Spreadsheets', extensions: ['csv', 'tsv', 'txt', 'xlsx', 'xlsm'] },
  { name: 'All files', extensions: ['*'] },
]
const mappings: FileFilter[] = [{ name: 'Mapping', extensions: ['json'] }]
const saveFilters: Readonly<Record<'report' | 'fix' | 'template' | 'mapping', FileFilter[]>> = {
  report: [
    { name: 'Excel workbook', extensions: ['xlsx'] },
    { name: 'CSV', extensions: ['csv'] },
    { name: 'JSON', extensions: ['json'] },
  ],
  fix: [{ name: 'Excel workbook', extensions: ['xlsx'] }],
  template: [{ name: 'Excel workbook', extensions: ['xlsx'] }],
  mapping: [{ name: 'Mapping', extensions: ['mapping.json'] }],
}
const oneGone = 'The file is not there any more: it was moved, renamed or deleted, or its drive is not connected. Choose it where it is now.'
const severalGone = 'Not all of the files are there any more: they were moved, renamed or deleted, or their drive is not connected. Choose them where they are now.'
const exampleFiles = { clean: 'clean.csv', broken: 'broken.csv', large: 'large-2000.csv' } as const

interface Files {
  readonly tokens: FileTokens
  readonly offered: OfferedFiles
  readonly recent: RecentFiles
}

/** Dialogs belong to the main process; the page gets tokens, never paths. */
export function filesCalls({ tokens, offered, recent }: Files): Handlers<AppContract['files']> {
  return {
    choose: async () => {
      const answer = await dialog.showOpenDialog(ownWindow(), { properties: ['openFile', 'multiSelections'], filters: spreadsheets })
      return ok(answer.filePaths.slice(0, 20).map((path) => tokens.grantToRead(path)))
    },
    chooseMapping: async () => {
      const answer = await dialog.showOpenDialog(ownWindow(), { properties: ['openFile'], filters: mappings })
      return granted(tokens, answer.filePaths[0])
    },
    example: ({ name }) => {
      const path = join(app.getAppPath(), 'examples', exampleFiles[name])
      return existsSync(path) ? ok(tokens.grant(path)) : fail('file-missing', 'The example is missing from this installation. Install the program again.')
    },
    takeOffered: () => ok(offered.take().map((path) => tokens.grantToRead(path))),
    opened: ({ tokens: opened }) => {
      const paths = opened.flatMap((token) => tokens.pathToRead(token) ?? [])
      if (paths.length > 0) recent.note(paths)
      for (const path of paths) app.addRecentDocument(path)
      return ok({})
    },
    recent: async () => ok(await recent.list()),
    reopen: ({ id }) => {
      const paths = recent.paths(id)
      return paths.length > 0 && paths.every((path) => existsSync(path)) ? ok(paths.map((path) => tokens.grantToRead(path))) : fail('file-missing', paths.length > 1 ? severalGone : oneGone)
    },
    clearRecent: () => {
      recent.clear()
      app.clearRecentDocuments()
      return ok({})
    },
    chooseSave: async ({ suggestedName, kind }) => {
      const answer = await dialog.showSaveDialog(ownWindow(), { defaultPath: suggestedName, filters: saveFilters[kind] })
      return granted(tokens, answer.canceled ? undefined : answer.filePath)
    },
  }
}

function granted(tokens: FileTokens, path: string | undefined): Result<ChosenFile | null> {
  return ok(path === undefined || path === '' ? null : tokens.grant(path))
}

function ownWindow(): BrowserWindow {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  if (window === undefined) throw new Error('a dialog needs a window')
  return window
}
