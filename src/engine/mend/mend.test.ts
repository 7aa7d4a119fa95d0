import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openHistory } from '#node/history/open-history.ts'
import { renderTroubled, troubles, usualTroubles, type TroubledFile, type TroubleName } from '../../../test/support/troubled-rows.ts'
import { historyPath } from '../session/history-path.ts'
import { libraryOf, openWithMapping, saveMapping } from '../session/mapping-library.ts'
import { openSession } from '../session/open-session.ts'
import { changeRows, goTo, restore } from '../session/row-changes.ts'
import { closeSession, preparedOf, type Session } from '../session/session.ts'
import { applyFix } from './apply-fix.ts'
import { helpingFixes } from './helping-fixes.ts'
import { preparedWithRecipe } from './recipe.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'onboarder-mend-'))
})
afterEach(() => rmSync(home, { recursive: true }))

function write(name: string, file: TroubledFile): string {
  const path = join(home, name)
  writeFileSync(path, renderTroubled(file))
  return path
}

/** As the window opens a file: with the saved mapping that fits, and as it was left. */
async function open(path: string): Promise<Session> {
  const session = await openSession([{ path }], home)
  if (!session.ok) throw new Error(session.failure.message)
  await openWithMapping(session.value, libraryOf(home))
  session.value.history = openHistory(historyPath(home, session.value.source))
  restore(session.value)
  return session.value
}

/** All that can be told apart of a state. */
async function stateOf(session: Session) {
  const prepared = await preparedOf(session)
  return { hash: prepared.plan.hash, counts: prepared.counts, issues: Array.from(prepared.eachIssue(), (issue) => JSON.stringify(issue)).toSorted() }
}

/** Takes the first fix that is offered, for the largest cause, until no error is left. Answers what was done. */
async function clean(session: Session, most: number): Promise<readonly string[]> {
  const done: string[] = []
  for (; done.length < most; ) {
    const prepared = await preparedWithRecipe(session)
    const [worst] = prepared.causes(1).causes
    if (worst === undefined || worst.example.severity !== 'error') return done
    const [fix] = helpingFixes(session, prepared, worst.cause)
    if (fix === undefined) throw new Error(`Nothing helps against ${worst.cause}`)
    const applied = await applyFix(session, { cause: worst.cause, fix })
    if (!applied.ok) throw new Error(applied.failure.message)
    done.push(`${worst.example.code} ${worst.count}: ${fix.kind}`)
  }
  return done
}

test('240 errors of eight kinds are gone after eight actions, and come back in as many', async () => {
  const path = write('june.csv', { seed: 6, rows: 2_000, kinds: usualTroubles, each: 30 })
  const session = await open(path)
  const start = await stateOf(session)
  expect(start.counts).toMatchObject({ rows: 2_000, errors: 240 })
  const done = await clean(session, 12)
  expect(done.toSorted()).toEqual([
    'bad-email 30: tidy', 'invoice-route-missing 30: receive-there', 'invoice-site-self 30: receive-here', 'not-a-date 30: swap-day-month',
    'not-in-list 30: set', 'receive-invoice-by-missing 30: invoice-by-email', 'required-missing 30: take-parent', 'two-invoice-contacts 30: mark-first-contact',
  ])
  const mended = await stateOf(session)
  expect(mended.counts).toMatchObject({ errors: 0, customersHeld: 0 })
  const kept = await saveMapping(session, libraryOf(home), 'Monthly file')
  expect(kept.ok).toBe(true)
  await closeSession(session)

  // After a restart the file is as it was left, and every step can still be taken back.
  const again = await open(path)
  expect(await stateOf(again)).toEqual(mended)
  for (let steps = 0; steps < 8; steps++) await goTo(again, again.history?.back() ?? 0)
  expect(again.history?.current()).toBe(0)
  expect(await stateOf(again)).toEqual(start)
  await goTo(again, again.history?.ahead().at(-1) ?? 0)
  expect(await stateOf(again)).toEqual(mended)
  await goTo(again, 0)
  await closeSession(again)
  const anew = await open(path)
  expect(await stateOf(anew)).toEqual(start)
  await closeSession(anew)
})

test('the fixes are applied to the next file of its kind, and only what is new is left', async () => {
  const before = await open(write('may.csv', { seed: 5, rows: 200, kinds: usualTroubles, each: 3 }))
  expect(await clean(before, 12)).toHaveLength(8)
  expect((await saveMapping(before, libraryOf(home), 'Monthly file')).ok).toBe(true)
  await closeSession(before)
  const path = write('july.csv', { seed: 7, rows: 2_000, kinds: Object.keys(troubles) as TroubleName[], each: 20 })
  const session = await open(path)
  const prepared = await preparedWithRecipe(session)
  expect(session.mappingFrom?.name).toBe('Monthly file')
  expect(session.recipe.results?.map(({ fitted, left }) => [fitted, left])).toEqual(Array.from({ length: 8 }, () => [20, 0]))
  expect(prepared.causes(10).causes.filter(({ example }) => example.severity === 'error').map(({ example, count }) => `${example.code} ${count}`).toSorted()).toEqual(['bad-email 20', 'not-a-whole-number 20'])
  await closeSession(session)
})

test('a branch that was left is never lost', async () => {
  const path = write('branches.csv', { seed: 8, rows: 200, kinds: [], each: 0 })
  const session = await open(path)
  const edit = (text: string): Promise<number> => changeRows(session, { kind: 'edit' }, { cells: [{ place: { table: 0, row: 2, column: 1 }, text }] })
  await edit('one')
  await edit('two')
  const two = await stateOf(session)
  await goTo(session, session.history?.back() ?? 0)
  await edit('three')
  expect(session.history?.ahead()).toEqual([])
  expect(session.history?.steps().map(({ id, parent }) => [id, parent])).toEqual([[1, 0], [2, 1], [3, 1]])
  await goTo(session, 2)
  expect(await stateOf(session)).toEqual(two)
  // What changes nothing is no step.
  expect(await edit('two')).toBe(0)
  await closeSession(session)
})
