import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { gatherText } from '../../test/support/gather-text.ts'
import { parseArguments } from './process-options.ts'

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
afterAll(() => rmSync(folder, { recursive: true }))

const faultsFile = (text: string): string => {
  const file = join(folder, 'faults.json')
  writeFileSync(file, text)
  return file
}

describe('the command line', () => {
  it('has defaults for everything', () =>
    expect(parseArguments([])).toMatchObject({ host: '127.0.0.1', port: 0, seed: 1, latencyMs: 0, rateLimitPerSecond: 0, tokenLifeSeconds: 900, uniqueAccountNumbers: true, faults: [] }))

  it('reads every option', () => {
    const fault = { endpoint: 'POST /customers', fault: 'throttle' }
    const args = ['--port', '8080', '--seed', '7', '--latency', '20', '--rate-limit', '50', '--token-life', '60', '--retry-after', 'http-date']
    expect(parseArguments([...args, '--id-base', '9007199254740993', '--contract-owner', '2', '--allow-duplicates', '--faults', faultsFile(JSON.stringify([fault]))])).toMatchObject({
      port: 8080,
      seed: 7,
      latencyMs: 20,
      rateLimitPerSecond: 50,
      tokenLifeSeconds: 60,
      retryAfterForm: 'http-date',
      idBase: 9_007_199_254_740_993n,
      credentials: { username: 'operator', contractOwnerId: 2 },
      uniqueAccountNumbers: false,
      uniqueSiteReferences: false,
      faults: [fault],
    })
  })

  it.each([[['--port', '70000']], [['--port', 'x']], [['--colour']], [['--faults', '/nowhere/faults.json']], [['--retry-after', 'weeks']]])('refuses %j', (args) =>
    expect(() => parseArguments(args)).toThrow(/error: /))

  it('refuses a file with an impossible fault', () => expect(() => parseArguments(['--faults', faultsFile('[{"endpoint":"*"}]')])).toThrow('fault 1: fault is required'))
})

describe('the process', () => {
  const root = join(import.meta.dirname, '../..')
  const entry = join(import.meta.dirname, 'process.ts')
  const children: ChildProcess[] = []
  const started = <Child extends ChildProcess>(child: Child): Child => {
    children.push(child)
    return child
  }
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
  })

  const firstLine = async (child: ChildProcess): Promise<unknown> => {
    for await (const line of createInterface({ input: child.stdout! })) return JSON.parse(line)
    throw new Error('it ended without a word')
  }
  const url = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v1$/)

  it('says where it listens on stdout, and ends when its stdin closes', async () => {
    const child = started(spawn(process.execPath, ['--import', 'tsx', entry], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] }))
    expect(await firstLine(child)).toEqual({ url })
    child.stdin.end()
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('says it over the channel of a fork too, and ends when that closes', async () => {
    const child = started(fork(entry, [], { cwd: root, execArgv: ['--import', 'tsx'], stdio: ['ignore', 'pipe', 'inherit', 'ipc'] }))
    expect(await once(child, 'message')).toEqual([{ url }, undefined])
    child.disconnect()
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('runs on with an empty stdin, ends on SIGTERM, and refuses a port that is taken', async () => {
    const child = started(spawn(process.execPath, ['--import', 'tsx', entry], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] }))
    const said = (await firstLine(child)) as { url: string }
    const second = started(spawn(process.execPath, ['--import', 'tsx', entry, '--port', new URL(said.url).port], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] }))
    const printed = gatherText(second.stderr)
    await once(second, 'close')
    expect(printed()).toContain('the port is taken by another program')
    expect((await fetch(`${said.url}/customers`)).status).toBe(401)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })
})
