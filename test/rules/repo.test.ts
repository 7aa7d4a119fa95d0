// House rules that a reader would otherwise have to remember.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { issueCodes } from '#core/model/issue.ts'
import { contract } from '#shared/ipc/contract.ts'

const root = join(import.meta.dirname, '../..')
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
const textOf = (path: string): string => readFileSync(path, 'utf8')

test('every issue code is raised somewhere and shown in some test', () => {
  const sources = files('src/core').concat(files('src/node')).filter((path) => path.endsWith('.ts') && !path.endsWith('model/issue.ts'))
  const raising = sources.filter((path) => !path.endsWith('.test.ts')).map(textOf).join('\n')
  const testing = sources.filter((path) => path.endsWith('.test.ts')).concat(files('test')).map(textOf).join('\n')
  expect(issueCodes.filter((code) => !raising.includes(`'${code}'`))).toEqual([])
  expect(issueCodes.filter((code) => !testing.includes(code))).toEqual([])
})

test('every area of the contract has its calls file', () => {
  const callsFiles = files('src/main').concat(files('src/engine'))
  expect(Object.keys(contract).filter((area) => !callsFiles.some((path) => path.endsWith(`${area}.calls.ts`)))).toEqual([])
})

test('decisions are numbered one after the other, and begin with their number', () => {
  const names = readdirSync(join(root, 'docs/decisions')).toSorted()
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1))
  for (const [index, name] of names.entries()) expect(textOf(join(root, 'docs/decisions', name))).toMatch(new RegExp(`^# ${index + 1}\\. `))
})

test('every document that the README and the architecture name is there', () => {
  for (const page of ['README.md', 'docs/architecture.md', 'docs/guarantees.md']) {
    const named = [...textOf(join(root, page)).matchAll(/`((?:docs|src|test)\/[\w./-]+)`/g)].map((match) => match[1] ?? '')
    expect(named.filter((path) => !path.includes('*') && !existsSync(join(root, path)))).toEqual([])
  }
})

test('the changelog begins with what is not released yet', () => {
  expect(textOf(join(root, 'CHANGELOG.md'))).toMatch(/^# Changelog\n\n## /)
})
