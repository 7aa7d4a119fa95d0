// What a change of some rows touches, checked again: their customers, and account numbers that look like theirs. The answer is the
// one that preparing the whole file anew would give; a property test holds the two side by side.
import type { Issue } from '#core/model/issue.ts'
import type { RowPlace } from '#core/model/place.ts'
import type { PlanCounts } from '#core/model/plan.ts'
import { indexOfRow } from '#core/model/row-index.ts'
import { addCounts, countUnit, hashUnit, newChecker, noPlanCounts, type CheckedCustomer, type Checker, type PrepareInput } from '#core/pipeline.ts'
import { storeIssue } from '#node/staging/stored-issue.ts'
import { groupAt } from './check-chunk.ts'
import { countCustomers, type CountedCustomer } from './count-customers.ts'
import { buckets, hashBytes, type PreparedParts } from './file-parts.ts'
import { moveRows, type Moved, type TouchedRow } from './move-rows.ts'
import { similarAfter } from './similar-keys.ts'

/** From this share of the rows on, checking the whole file in several threads is faster. */
const mostRows = 0.3
const alwaysRows = 1_000

/** The parts after the change; null when it may touch everything. What was given stays good only in that case. */
export function recheck(parts: PreparedParts, input: PrepareInput, rows: readonly RowPlace[]): PreparedParts | null {
  if (rows.length > Math.max(alwaysRows, parts.index.customerOf.length * mostRows)) return null
  const checker = newChecker(input)
  if (checker.reader.basis() !== parts.checker.reader.basis() || JSON.stringify(checker.fileIssues) !== JSON.stringify(parts.checker.fileIssues)) return null
  const touched = findRows(parts, checker, rows)
  const moved = moveRows(parts.index, { input, checker }, touched)
  if (moved === null) return null
  const similar = similarNow(parts, { checker, moved, touched })
  const scope = scopeOf(parts, { moved, similar, touched })
  const checked = new Map([...scope.now].map((customer) => [customer, checker.check(groupAt(moved.index, customer), similar.get(customer))]))
  return takeIn(parts, { input, checker, moved, similar, scope, checked })
}

function findRows({ index, input: { source } }: PreparedParts, checker: Checker, rows: readonly RowPlace[]): readonly TouchedRow[] {
  return rows.flatMap(({ table, row }) => {
    const position = indexOfRow(source.tables[table]?.rows ?? [], row)
    return position < 0 ? [] : [{ table, index: position, at: (index.offsets[table] ?? 0) + position, row: checker.rowAt(table, position) }]
  })
}

interface Change {
  readonly checker: Checker
  readonly moved: Moved
  readonly touched: readonly TouchedRow[]
}

function similarNow({ checker: before, index, similar }: PreparedParts, { checker, moved, touched }: Change): ReadonlyMap<number, Issue> {
  const isMoved = moved.index !== index
  const known = isMoved ? renumberedIssues(similar, moved.before) : similar
  const changed = touched.filter(({ table, at, row }) => {
    const place = { table, row: row.row }
    const [old, now] = [index.customerOf[at] ?? -1, moved.index.customerOf[at] ?? -1]
    return before.isExcluded(place) !== checker.isExcluded(place) || (isMoved && (old < 0 ? now >= 0 : (moved.before[now] ?? -1) !== old))
  })
  if (changed.length === 0) return known
  const keys = new Set(changed.flatMap(({ at }) => [index.keys[index.customerOf[at] ?? -1] ?? '', moved.index.keys[moved.index.customerOf[at] ?? -1] ?? '']))
  keys.delete('')
  return keys.size === 0 ? known : similarAfter(checker, moved.index, { keys, known })
}

function renumberedIssues(similar: ReadonlyMap<number, Issue>, before: Int32Array): ReadonlyMap<number, Issue> {
  const known = new Map<number, Issue>()
  for (let now = 0; similar.size > 0 && now < before.length; now++) {
    const found = similar.get(before[now] ?? -1)
    if (found !== undefined) known.set(now, found)
  }
  return known
}

/** Customers whose answer may be another one: by number before, and by number now. */
interface Scope {
  readonly before: ReadonlySet<number>
  readonly now: ReadonlySet<number>
  /** Touched rows that are or were nobody's: blank ones. */
  readonly blankBefore: number
  readonly blankNow: number
}

function scopeOf(parts: PreparedParts, { moved, similar, touched }: Omit<Change, 'checker'> & { readonly similar: ReadonlyMap<number, Issue> }): Scope {
  const { index } = parts
  const before = new Set<number>()
  const now = new Set<number>()
  for (const { at } of touched) {
    before.add(index.customerOf[at] ?? -1)
    now.add(moved.index.customerOf[at] ?? -1)
  }
  const isMoved = moved.index !== index
  for (let number = 0; (isMoved || similar !== parts.similar) && number < moved.before.length; number++) {
    const old = moved.before[number] ?? -1
    const likeNow = similar.get(number)
    const likeBefore = parts.similar.get(old)
    if (likeNow !== likeBefore && JSON.stringify(likeNow) !== JSON.stringify(likeBefore)) now.add(number)
    // A customer that gave a row away is still there, most often, and one that took it was.
    if (isMoved && old >= 0 && before.has(old)) now.add(number)
    if (isMoved && old >= 0 && now.has(number)) before.add(old)
  }
  if (!isMoved) for (const number of now) before.add(number)
  before.delete(-1)
  now.delete(-1)
  const blank = (customerOf: Int32Array): number => touched.filter(({ at }) => (customerOf[at] ?? -1) < 0).length
  return { before, now, blankBefore: blank(index.customerOf), blankNow: blank(moved.index.customerOf) }
}

interface Revised {
  readonly input: PrepareInput
  readonly checker: Checker
  readonly moved: Moved
  readonly similar: ReadonlyMap<number, Issue>
  readonly scope: Scope
  readonly checked: ReadonlyMap<number, CheckedCustomer>
}

function takeIn(parts: PreparedParts, revised: Revised): PreparedParts {
  const { input, checker, moved: { index, before }, similar, scope, checked } = revised
  const { bucketOf, hashes, tagOf } = index === parts.index ? parts : renumbered(parts, before)
  const left: CountedCustomer[] = [...scope.before].map((customer) => ({ group: groupAt(parts.index, customer), bucket: buckets[parts.bucketOf[customer] ?? 1] ?? 'held', summary: parts.summaries.at(parts.tagOf[customer] ?? -1) }))
  const plan = { gone: noPlanCounts, come: noPlanCounts }
  for (const customer of scope.before) {
    if (parts.bucketOf[customer] !== 0) continue
    const { unit, summary } = parts.checker.check(groupAt(parts.index, customer), parts.similar.get(customer))
    if (unit !== null) plan.gone = addCounts(plan.gone, countUnit(unit, summary.contacts))
  }
  const severities = parts.issues.replace(
    [...scope.before].map((customer) => parts.tagOf[customer] ?? -1),
    [...checked].flatMap(([customer, { issues }]) => issues.map((found) => storeIssue(found, tagOf[customer] ?? -1))),
  )
  const come: CountedCustomer[] = []
  for (const [customer, { summary, unit }] of checked) {
    parts.summaries.put(tagOf[customer] ?? -1, summary)
    bucketOf[customer] = buckets.indexOf(summary.bucket)
    if (unit !== null) {
      hashes.write(hashUnit(unit, input.newHash), customer * hashBytes, 'hex')
      plan.come = addCounts(plan.come, countUnit(unit, summary.contacts))
    }
    come.push({ group: groupAt(index, customer), bucket: summary.bucket, summary })
  }
  const counts = countCustomers(parts.counts, [
    { sign: -1, customers: left, checker: parts.checker, blank: scope.blankBefore }, { sign: 1, customers: come, checker, blank: scope.blankNow },
  ])
  const planCounts = addCounts(addCounts(parts.planCounts, negative(plan.gone)), plan.come)
  return {
    ...parts, input, checker, index, similar, tagOf, bucketOf, hashes, planCounts,
    counts: { ...counts, errors: counts.errors + severities.error, warnings: counts.warnings + severities.warning, infos: counts.infos + severities.info },
  }
}

/** What is kept by number, by the numbers as they are now: customers that follow each other as they did are copied together. */
function renumbered({ bucketOf, hashes, tagOf, summaries }: PreparedParts, before: Int32Array): Pick<PreparedParts, 'bucketOf' | 'hashes' | 'tagOf'> {
  const moved = { bucketOf: new Uint8Array(before.length).fill(1), hashes: Buffer.alloc(before.length * hashBytes), tagOf: new Int32Array(before.length) }
  for (let now = 0; now < before.length;) {
    const old = before[now] ?? -1
    let count = 1
    if (old < 0) moved.tagOf[now] = summaries.newTag()
    else {
      while (before[now + count] === old + count) count += 1
      moved.bucketOf.set(bucketOf.subarray(old, old + count), now)
      moved.tagOf.set(tagOf.subarray(old, old + count), now)
      hashes.copy(moved.hashes, now * hashBytes, old * hashBytes, (old + count) * hashBytes)
    }
    now += count
  }
  return moved
}

function negative({ createCustomer, createSite, customers, sites, contacts }: PlanCounts): PlanCounts {
  return { createCustomer: -createCustomer, createSite: -createSite, customers: -customers, sites: -sites, contacts: -contacts }
}
