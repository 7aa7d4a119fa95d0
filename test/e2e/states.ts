// States of the window that do not come by themselves: files that leave much open, servers that answer badly, imports of before.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Page } from 'playwright-core'
import { startCli } from '../cli/support/run-cli.ts'
import type { Sandbox } from '../cli/support/sandbox.ts'
import { buildXlsx, textRow } from '../support/xlsx-builder.ts'
import { accounts } from './importing.ts'
import { until } from '../support/until.ts'
import { twoEncodings } from './support.ts'

export function temporaryFile(name: string, content: string | Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'onboarder-e2e-state-')), name)
  writeFileSync(path, content)
  return path
}

const rows = (...lines: readonly (readonly string[])[]): string => lines.map((cells, index) => textRow(index + 1, cells)).join('')

/** Together they ask a question of nearly every kind. */
export function questionFiles(): readonly string[] {
  const merged = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${
    rows(['Account number', 'Customer name', 'Town'], ['A1', 'Jo Ltd', 'Leeds'], ['', 'Flo Ltd', 'York'])}</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells></worksheet>`
  const hidden = rows(['Account number', 'Customer name', 'Town'], ['B1', 'Bo Ltd', 'Leeds'], ['B2', 'Mo Ltd', 'York']).replace('<row r="3">', '<row r="3" hidden="1">')
  return [
    temporaryFile('separator.csv', 'Name;Town,x\nJo;Leeds,y\nFlo;York,z\n'), twoEncodings('accents.csv'),
    temporaryFile('header.csv', 'North,South,East\nRed,Green,Blue\nLeeds,York,Hull\nCow,Dog,Cat\n'),
    temporaryFile('merged.xlsx', buildXlsx({ sheets: [{ name: 'Customers', xml: merged }] })), temporaryFile('hidden.xlsx', buildXlsx({ sheets: [{ name: 'Customers', xml: hidden }] })),
  ]
}

/** A file is carried over the window, and let go of later. */
export async function carryFile(window: Page, path: string): Promise<{ readonly drop: () => Promise<void> }> {
  const session = await window.context().newCDPSession(window)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver'] as const) await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data })
  return {
    async drop() {
      await session.send('Input.dispatchDragEvent', { type: 'drop', x: 400, y: 400, data })
      await session.detach()
    },
  }
}

async function control(url: string, what: 'faults' | 'settings', body: unknown): Promise<void> {
  const answer = await fetch(new URL(`/sandbox/${what}`, url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`the sandbox refused: ${await answer.text()}`)
}

/** The next import of 25 customers ends in every way there is: one double, one rejected, one without all of its sites, one that nobody can find. */
export async function makeAllEnds(url: string): Promise<void> {
  await control(url, 'settings', { uniqueAccountNumbers: false })
  await control(url, 'faults', [
    { endpoint: 'POST /customers', fault: 'applied-twice', skip: 4, count: 1 }, { endpoint: 'POST /customers', fault: 'unprocessable', skip: 6, count: 1 },
    { endpoint: 'POST /customers', fault: 'not-stored', skip: 8, count: 1 }, { endpoint: 'POST /sites', fault: 'unprocessable', skip: 2, count: 1 },
  ])
}

/** An import by the command line whose program was killed: it stands as interrupted. */
export async function interruptImport(home: string, sandbox: Sandbox): Promise<void> {
  const { child, result } = startCli(['import', 'examples/clean.csv', '--yes', '--rate', '5'], { ...sandbox.login, ONBOARDER_HOME: home })
  await until(async () => (await accounts(sandbox)).length >= 1)
  child.kill('SIGKILL')
  await result
}

/** A byte of it has changed on the disk: what the final look found is no JSON any more. */
export function damageRun(home: string, file: string): void {
  const database = new DatabaseSync(join(home, 'journal.sqlite'))
  database.prepare("UPDATE runs SET audit = '{' WHERE file_name = ?").run(file)
  database.close()
}

/** Another program holds the journal, as a backup would. */
export function holdJournal(home: string): { readonly letGo: () => void } {
  const database = new DatabaseSync(join(home, 'journal.sqlite'))
  database.exec('BEGIN EXCLUSIVE')
  return { letGo: () => database.close() }
}
