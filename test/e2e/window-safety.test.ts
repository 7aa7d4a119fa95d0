// What a hostile page could try, tried from inside the real window.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'

let app: LaunchedApp
beforeAll(async () => {
  app = await launchApp()
  await app.window.getByRole('button', { name: 'Choose a file…' }).waitFor()
})
afterAll(() => app.close())

/** Runs in the page; a string, because these types know nothing of a page. */
const inPage = <Value>(code: string): Promise<Value> => app.window.evaluate(code) as Promise<Value>

test('the page has no Node, and its bridge is frozen and small', async () => {
  expect(await inPage('[typeof require, typeof process, typeof Buffer, typeof module]')).toEqual(['undefined', 'undefined', 'undefined', 'undefined'])
  expect(await inPage('Object.keys(window.bridge).sort()')).toEqual(['call', 'drop', 'subscribe'])
  expect(await inPage(`(() => { try { window.bridge.call = () => 'mine' } catch {} return String(window.bridge.call).includes('mine') })()`)).toBe(false)
})

test('the page reaches no network', async () => {
  expect(await inPage(`fetch('https://example.com').then(() => 'reached', () => 'refused')`)).toBe('refused')
  expect(await inPage(`fetch('app://bundle/').then(() => 'reached', () => 'refused')`)).toBe('refused')
  expect(await inPage(`new Promise((done) => { const image = new Image(); image.onload = () => done('reached'); image.onerror = () => done('refused'); image.src = 'https://example.com/a.png' })`)).toBe('refused')
})

test('the page runs no code but its own', async () => {
  expect(await inPage(`new Promise((done) => { document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true }); const script = document.createElement('script'); try { script.textContent = 'window.injected = true' } catch { done('script-src-elem') } document.body.append(script) })`)).toMatch(/script-src|trusted-types/)
  expect(await inPage('window.injected')).toBeUndefined()
})

test('no new windows, no navigation, no frames', async () => {
  expect(await inPage(`window.open('https://example.com') === null`)).toBe(true)
  await inPage(`location.href = 'https://example.com'; undefined`)
  await inPage(`document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com' })); undefined`)
  await app.window.waitForTimeout(500)
  expect(app.app.windows()).toHaveLength(1)
  expect(app.window.url()).toMatch(/^app:\/\/bundle\//)
  expect(app.window.frames().filter((frame) => frame.url().includes('example.com'))).toEqual([])
})

test('a file cannot be opened that the operator did not choose', async () => {
  const open = (token: string): Promise<unknown> => inPage(`window.bridge.call('source.open', { files: [{ token: ${JSON.stringify(token)}, decisions: {} }] })`)
  expect(await open('/etc/passwd')).toMatchObject({ ok: false, failure: { code: 'file-missing' } })
  expect(await inPage(`window.bridge.drop([new File(['a,b'], 'made-up.csv')])`)).toEqual([])
})

test.each([['run.begin', {}], ['__proto__', {}], ['source.__proto__', {}], ['run.progressed', {}], ['source.rows', { sourceId: 'x' }], ['source.rows', null]])(
  'a call that does not fit is refused: %s %j', async (name, input) => {
    expect(await inPage(`window.bridge.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`)).toMatchObject({ ok: false, failure: { code: 'bad-usage' } })
  })

test('a message of more than a mebibyte is refused', async () => {
  expect(await inPage(`window.bridge.call('source.open', { files: [{ token: 'x'.repeat(2 ** 21), decisions: {} }] })`)).toMatchObject({ ok: false, failure: { code: 'bad-usage' } })
})

test('permissions are denied, and the page stores nothing', async () => {
  expect(await inPage(`navigator.permissions.query({ name: 'geolocation' }).then((answer) => answer.state)`)).toBe('denied')
  expect(await inPage('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([0, 0, ''])
})

test('the title names no file', async () => {
  expect(await inPage('document.title')).toBe('Choose a file – Elevate Onboarder')
})
