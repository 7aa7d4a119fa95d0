// `import --practice --difficult`, judged by what the practice server has in the end and not by what the command says.
import { expect, test } from 'vitest'
import { runCli, startCli, temporaryFolder } from './support/run-cli.ts'

interface Ledger {
  readonly requests: readonly { readonly fault: string | null }[]
  readonly countsByAccountNumber: Readonly<Record<string, number>>
}

/** Its practice server ends with the command: what it has is read again and again until then. */
async function lastLedger(home: string, ended: Promise<unknown>): Promise<Ledger> {
  let isOver = false
  void ended.then(() => { isOver = true })
  let url: string | null = null
  let last: Ledger | null = null
  while (!isOver) {
    url ??= await addressOfRun(home)
    last = url === null ? null : ((await fetch(new URL('/sandbox/ledger', url)).then((answer) => answer.json(), () => last)) as Ledger | null)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  if (last === null) throw new Error('the practice server was never seen')
  return last
}

async function addressOfRun(home: string): Promise<string | null> {
  const { code, stdout } = await runCli(['report', '--json'], { ONBOARDER_HOME: home })
  return code === 2 || stdout === '' ? null : (JSON.parse(stdout) as { run: { target: { baseUrl: string } } }).run.target.baseUrl
}

test('a practice server that is made difficult loses answers and is away, and every customer arrives exactly once', async () => {
  const home = temporaryFolder()
  const { result } = startCli(['import', 'examples/clean.csv', '--practice', '--difficult', '--yes', '--rate', '50'], { ONBOARDER_HOME: home })
  const { requests, countsByAccountNumber } = await lastLedger(home, result)
  const { code, stdout, stderr } = await result
  expect(stderr).toContain('The practice server will lose answers, be slow, refuse and forget, as a bad day would. Every customer must still arrive exactly once.')
  expect(stdout).toMatch(/Created\s+25 customers/)
  expect(stdout).toMatch(/Final look: 25 customers were counted on the server once more, and .* was read\.\nFinal look: None is there more than once\./)
  expect(code).toBe(0)
  const counts = Object.entries(countsByAccountNumber).filter(([account]) => !account.startsWith('PRAC-'))
  expect([counts.length, counts.filter(([, count]) => count !== 1)]).toEqual([25, []])
  const met = new Set(requests.flatMap(({ fault }) => fault ?? []))
  expect([...met]).toEqual(expect.arrayContaining(['drop-applied', 'drop-not-applied', 'drop-applied-later', 'throttle', 'unavailable']))
  const status = await runCli(['status'], { ONBOARDER_HOME: home })
  expect(status.stdout).toContain('Final look: 25 customers were counted on the server once more')
})

test('only the practice server can be made difficult', async () => {
  const { code, stderr } = await runCli(['import', 'examples/clean.csv', '--difficult', '--target', 'http://127.0.0.1:9/v1', '--yes'])
  expect([code, stderr]).toEqual([2, expect.stringContaining('use it with --practice')])
})
