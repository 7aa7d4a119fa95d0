import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Issue } from '#core/model/issue.ts'
import { nameTogether } from '#core/model/name-together.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { Source } from '#core/model/source.ts'
import { sumOfFile, sumOfSums } from './file-sum.ts'
import { readSource, type ReadOptions } from './read-source.ts'

export interface FileToRead {
  readonly path: string
  /** What the operator decided about this file; before what is shared. */
  readonly options?: ReadOptions
}

/**
 * Files that were dropped together, as one source: their tables one after another in an order of their own, so that the same
 * files give the same plan in whatever order they were chosen. A file that stands among them twice is refused by its sum. Failures:
 * those of `readSource`, and `bad-usage`. `Source.files`, and so `ReadingQuestion.file`, count as the files were given.
 */
export async function readSources(files: readonly FileToRead[], shared: ReadOptions = {}): Promise<Result<Source>> {
  const [only, ...others] = files
  if (only === undefined) return fail('bad-usage', 'No file was given. Choose at least one.')
  if (others.length === 0) return readSource(only.path, { ...shared, ...only.options })
  const ordered = await orderFiles(files.map((file, given) => ({ ...file, given })))
  const names = nameApart(ordered.map(({ path }) => basename(path)))
  const shares = await sharesOf(ordered)
  const sources: ReadFile[] = []
  let rows = 0
  for (const [at, { path, options, given }] of ordered.entries()) {
    const name = names[at] ?? ''
    const { onTable, onProgress } = { ...shared, ...options }
    const before = rows
    const read = await readSource(path, {
      ...shared, ...options,
      ...(onTable === undefined ? {} : { onTable: (table) => onTable({ ...table, file: name }) }),
      onProgress: (done, share) => {
        rows = before + done
        onProgress?.(rows, (shares[at] ?? 0) + share * ((shares[at + 1] ?? 1) - (shares[at] ?? 0)))
      },
    })
    if (!read.ok) return read
    rows = before + read.value.tables.reduce((sum, table) => sum + table.rows.length, 0)
    const twin = sources.findIndex(({ source }) => source.sha256 === read.value.sha256)
    if (twin >= 0) return fail('bad-usage', `${names[twin]} and ${name} are the same file: they hold the same bytes. Choose each file once.`)
    sources.push({ source: renamed(read.value, name), given })
  }
  return ok(joinSources(sources))
}

interface ReadFile {
  readonly source: Source
  /** Its place among the files as they were given. */
  readonly given: number
}

/** By name, and by content where names are alike: the order in which files are read. */
async function orderFiles<File extends { readonly path: string }>(files: readonly File[]): Promise<readonly File[]> {
  const counts = new Map<string, number>()
  for (const { path } of files) counts.set(basename(path), (counts.get(basename(path)) ?? 0) + 1)
  const keyed = await Promise.all(files.map(async (file) => {
    const name = basename(file.path)
    return { file, key: `${name}\0${(counts.get(name) ?? 0) > 1 ? await sumOfFile(file.path) : ''}` }
  }))
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ file }) => file)
}

/** Two files of one name, from two folders, are told apart by a number. */
function nameApart(names: readonly string[]): readonly string[] {
  return names.map((name, at) => {
    const earlier = names.slice(0, at).filter((other) => other === name).length
    return earlier === 0 ? name : `${name} (${earlier + 1})`
  })
}

/** Where each file begins in the whole, 0 to 1, by size. */
async function sharesOf(files: readonly FileToRead[]): Promise<readonly number[]> {
  const sizes = await Promise.all(files.map(({ path }) => stat(path).then(({ size }) => size, () => 0)))
  const sum = Math.max(1, sizes.reduce((all, size) => all + size, 0))
  let before = 0
  return sizes.map((size) => {
    before += size
    return (before - size) / sum
  })
}

function renamed(source: Source, name: string): Source {
  if (source.file === name) return source
  return { ...source, file: name, files: source.files.map((file) => ({ ...file, name })), tables: source.tables.map((table) => ({ ...table, file: name })) }
}

/** Tables in the order of reading, files as they were given. */
function joinSources(read: readonly ReadFile[]): Source {
  const sources = read.map(({ source }) => source)
  const tablesBefore = sources.map((_, at) => sources.slice(0, at).reduce((sum, { tables }) => sum + tables.length, 0))
  return {
    file: nameTogether(sources.map(({ file }) => file)),
    sizeBytes: sources.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    sha256: sumOfSums(sources.map(({ sha256 }) => sha256)),
    files: read.toSorted((a, b) => a.given - b.given).flatMap(({ source }) => source.files),
    tables: sources.flatMap(({ tables }) => tables),
    questions: read.flatMap(({ source, given }) => source.questions.map((question) => ({ ...question, file: given }))),
    issues: sources.flatMap(({ issues }, at) => issues.map((found) => moveIssue(found, tablesBefore[at] ?? 0))),
  }
}

function moveIssue(found: Issue, tables: number): Issue {
  if (tables === 0) return found
  return {
    ...found,
    place: found.place === null ? null : { ...found.place, table: found.place.table + tables },
    related: found.related.map((place) => ({ ...place, table: place.table + tables })),
  }
}
