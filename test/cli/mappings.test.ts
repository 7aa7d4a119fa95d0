// Saved mappings and kept reference lists, as an operator uses them from a terminal: each process anew, one data folder.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli, temporaryFolder, type CliResult } from './support/run-cli.ts'
import { startSandbox } from './support/sandbox.ts'

const clean = 'examples/clean.csv'
const [headers = '', ...rows] = readFileSync(clean, 'utf8').trimEnd().split('\r\n')

/** A data folder of its own, and the command line that uses it. */
function desk(): { readonly folder: string; readonly run: (...args: readonly string[]) => Promise<CliResult>; readonly file: (name: string, lines: readonly string[]) => string } {
  const folder = temporaryFolder()
  return {
    folder,
    run: (...args) => runCli(args, { ONBOARDER_HOME: join(folder, 'home') }),
    file: (name, lines) => {
      const path = join(folder, name)
      writeFileSync(path, `${lines.join('\r\n')}\r\n`)
      return path
    },
  }
}

const planOf = ({ stdout }: CliResult): string => (JSON.parse(stdout) as { plan: { hash: string } }).plan.hash

/** Headers that no matching knows. */
const odd = headers.replace('Town', 'Zorb').replace('Postcode', 'Quux')
const byHand = ['--map', 'Zorb=site.siteAddress.town', '--map', 'Quux=site.siteAddress.postcode']

test('a mapping that was saved is applied by itself to the next file, and said', async () => {
  const { run, file } = desk()
  const first = file('first.csv', [odd, ...rows])
  const saved = await run('mappings', 'save', 'Ledger export', first, ...byHand)
  expect([saved.code, saved.stderr]).toEqual([0, expect.stringContaining('Saved as "Ledger export": 36 of 36 columns mapped.')])
  const again = await run('validate', first, '--json')
  expect(again.stderr).toContain('Uses the saved mapping "Ledger export" (the file has the same headers; --no-saved-mapping leaves it out).')
  expect(planOf(again)).toBe(planOf(await run('validate', clean, '--json', '--no-saved-mapping')))
  const without = await run('validate', first, '--json', '--no-saved-mapping')
  expect([without.stderr, without.code]).toEqual(['', 1])
})

test('columns may stand in another order: the plan is the same', async () => {
  const { run, file } = desk()
  const first = file('first.csv', ['A/C,Trading as,Kind,Started', 'A1,Jo Ltd,BUSINESS,2025-03-01', 'A2,Flo Ltd,BUSINESS,2025-03-02'])
  const second = file('second.csv', ['Started,Kind,Trading as,A/C', '2025-03-01,BUSINESS,Jo Ltd,A1', '2025-03-02,BUSINESS,Flo Ltd,A2'])
  await run('mappings', 'save', 'Small', first, '--map', 'Trading as=customer.customerName', '--map', 'Kind=customer.customerType', '--map', 'Started=customer.startDate')
  const fields = async (path: string): Promise<unknown> => {
    const { tables } = JSON.parse((await run('map', path, '--json')).stdout) as { tables: { columns: { header: string; field: string; accepted: boolean }[] }[] }
    return Object.fromEntries(tables[0]?.columns.map(({ header, field, accepted }) => [header, accepted ? field : null]) ?? [])
  }
  expect(await fields(second)).toEqual({ 'A/C': 'customer.customerAccountNumber', 'Trading as': 'customer.customerName', Kind: 'customer.customerType', Started: 'customer.startDate' })
  expect(await fields(first)).toEqual(await fields(second))
})

test('a file that has drifted takes it too, with what changed on stderr; nothing of that is taken silently', async () => {
  const { run, file } = desk()
  await run('mappings', 'save', 'Ledger export', file('first.csv', [odd, ...rows]), ...byHand)
  const drifted = file('drifted.csv', [`${odd.replace('Zorb', 'Zorb town')},VAT`, ...rows.map((row) => `${row},GB1`)])
  const { stdout, stderr } = await run('map', drifted, '--json')
  expect(stderr).toContain('Uses the saved mapping "Ledger export" (most headers of the file are the same')
  expect(stderr).toMatch(/"Zorb town" seems to be what was called "Zorb"/)
  expect(stderr).toMatch(/"VAT" is new/)
  const { tables, applied } = JSON.parse(stdout) as { applied: { fit: string; drift: { kind: string }[] }; tables: { columns: { header: string; field: string | null; accepted: boolean }[] }[] }
  expect([applied.fit, applied.drift.map(({ kind }) => kind)]).toEqual(['drifted', ['renamed-column', 'new-column']])
  expect(tables[0]?.columns.find(({ header }) => header === 'Zorb town')).toMatchObject({ field: 'site.siteAddress.town', accepted: false })
  expect(tables[0]?.columns.find(({ header }) => header === 'VAT')).toMatchObject({ accepted: false })
})

test('--mapping takes a saved name or a file, of the first version too', async () => {
  const { run, file, folder } = desk()
  const first = file('first.csv', [odd, ...rows])
  const path = join(folder, 'shared.mapping.json')
  expect((await run('map', first, ...byHand, '--out', path)).code).toBe(0)
  await run('mappings', 'save', 'Ledger', first, ...byHand)
  const hash = planOf(await run('validate', clean, '--json', '--no-saved-mapping'))
  const { tables } = JSON.parse((await run('map', first, '--json', '--mapping', path)).stdout) as { tables: { columns: { column: number; header: string; field: string | null }[] }[] }
  const old = join(folder, 'old.mapping.json')
  writeFileSync(old, JSON.stringify({ version: 1, tables: tables.map(({ columns }) => ({ columns: columns.map(({ column, header, field }) => ({ column: column - 1, header, target: field })) })) }))
  for (const named of ['ledger', path, old]) expect(planOf(await run('validate', first, '--json', '--no-saved-mapping', '--mapping', named))).toBe(hash)
})

test('a mapping that is not there, is damaged or newer is refused with exit 2', async () => {
  const { run, file } = desk()
  const damaged = file('damaged.mapping.json', ['{'])
  const newer = file('newer.mapping.json', ['{"version":3}'])
  for (const [named, why] of [['Nowhere', /no saved mapping called "Nowhere"/], ['none.json', /cannot be read/], [damaged, /not a mapping file/], [newer, /newer version of the program/]] as const) {
    const { code, stderr } = await run('map', clean, '--mapping', named)
    expect([code, stderr]).toEqual([2, expect.stringMatching(why)])
  }
})

test('a mapping file holds no cell of the rows', async () => {
  const { folder, run } = desk()
  const path = join(folder, 'clean.mapping.json')
  await run('map', clean, '--out', path)
  const text = readFileSync(path, 'utf8')
  const cells = new Set(rows.flatMap((row) => row.split(',')).filter((cell) => cell.length > 6 && !/^(BUSINESS|RESIDENTIAL)$/.test(cell)))
  expect([...cells].filter((cell) => text.includes(`"${cell}"`))).toEqual([])
  expect(JSON.parse(text)).toMatchObject({ version: 2, name: null, fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as string })
})

test('saved mappings are listed, shown, renamed and deleted', async () => {
  const { run } = desk()
  expect((await run('mappings', 'list')).stderr).toMatch(/No mapping is saved yet/)
  await run('mappings', 'save', 'Ledger', clean, '--set', 'site.siteAddress.country=GB')
  expect((await run('mappings', 'list')).stdout).toMatch(/^Ledger .* 36 of 36 columns mapped\n$/)
  expect(JSON.parse((await run('mappings', 'list', '--json')).stdout)).toMatchObject([{ name: 'Ledger', columns: 36, mapped: 36, tables: 1 }])
  expect((await run('mappings', 'show', 'ledger')).stdout).toMatch(/Account number +\S* *= customer\.customerAccountNumber[\s\S]*fixed: site\.siteAddress\.country = GB/)
  expect(JSON.parse((await run('mappings', 'show', 'ledger', '--json')).stdout)).toMatchObject({ version: 2, name: 'Ledger' })
  expect((await run('mappings', 'rename', 'Ledger', 'Sales ledger')).code).toBe(0)
  expect((await run('mappings', 'delete', 'Ledger')).code).toBe(2)
  expect((await run('mappings', 'delete', 'sales ledger')).code).toBe(0)
  expect(JSON.parse((await run('mappings', 'list', '--json')).stdout)).toEqual([])
})

test('names resolve by kept lists without the server, their age is said, and an import never uses them', async () => {
  const { run, file } = desk()
  const named = file('named.csv', [headers, ...rows])
  const offline = await run('validate', named, '--offline', '--json')
  expect([offline.code, offline.stderr]).toEqual([2, expect.stringMatching(/No lists are kept/)])
  const sandbox = await startSandbox()
  const home = { ONBOARDER_HOME: join(temporaryFolder(), 'home') }
  const lists = await runCli(['lists', '--json'], { ...home, ...sandbox.login })
  sandbox.stop()
  expect(JSON.parse(lists.stdout)).toMatchObject({ brand: 'practice', lists: { 'billing-cycles': expect.arrayContaining([{ id: '601', name: 'Monthly 1st' }]) as unknown } })
  const kept = await runCli(['lists', '--offline'], home)
  expect(kept.stdout).toMatch(/brand practice, read just now\n[\s\S]*billing-cycles \(customer\.billingCycleId\): 4 entries\n +601 {2}Monthly 1st/)
  const fixed = ['--set', 'customer.billingCycleId=Monthly 1st', '--map', 'Billing cycle=', '--json', '--requests']
  const resolved = await runCli(['validate', named, '--offline', ...fixed], home)
  expect(resolved.stderr).toMatch(/Names are resolved by the lists of http:\/\/.*, brand practice, read just now\./)
  const { plan } = JSON.parse(resolved.stdout) as { plan: { requests: { body: string }[] } }
  expect(plan.requests[0]?.body).toContain('"billingCycleId":601')
  const refused = await runCli(['import', named, '--yes', ...fixed.slice(0, 4)], { ...home, ...sandbox.login })
  expect([refused.code, refused.stderr]).toEqual([3, expect.stringMatching(/cannot be reached/)])
})

test('the fixes of a mapping are applied to the file, each says how often it fitted, and the plan is that of the mended file', async () => {
  const { run, file, folder } = desk()
  const mapping = join(folder, 'monthly.mapping.json')
  await run('map', clean, '--out', mapping)
  const recipe = { version: 1, fixes: [
    { code: 'bad-email', field: 'siteContact.contactEmailAddress', pattern: 'white space', fix: { kind: 'tidy' } },
    { code: 'not-a-date', field: 'site.startDate', pattern: '9999-9-9 ⇄', fix: { kind: 'swap-day-month' } },
  ] }
  writeFileSync(mapping, JSON.stringify({ ...JSON.parse(readFileSync(mapping, 'utf8')) as object, recipe }))
  const next = file('next.csv', [headers, ...rows.map((row, at) => (at < 3 ? row.replace('@', ' @') : row))])
  const checked = await run('validate', next, '--mapping', mapping, '--json')
  expect(checked.stderr).toContain('Remove stray spaces and characters (Not an email address · Contact email): mended 3.')
  expect(checked.stderr).toContain('Swap day and month (Not a date · Site start date): found nothing to mend.')
  expect(JSON.parse(checked.stdout)).toMatchObject({ counts: { errors: 0 }, recipe: [{ fitted: 3, left: 0 }, { fitted: 0, left: 0 }] })
  expect(planOf(checked)).toBe(planOf(await run('validate', clean, '--json')))
})
