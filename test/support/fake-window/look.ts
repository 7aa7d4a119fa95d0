import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Page } from 'playwright-core'

/** Pictures of every step with the made-up engine, under the app's own policy: `tsx test/support/fake-window/look.ts OUT_FOLDER [filter]`. */
const [out = 'out/looks', only = ''] = process.argv.slice(2)
const csp = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'"
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://x').pathname
  const file = join('out/fake-window', path === '/' ? 'index.html' : path)
  readFile(file).then(
    (bytes) => response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain', 'content-security-policy': csp }).end(bytes),
    () => response.writeHead(404).end(),
  )
}).listen(0)
const port = (server.address() as AddressInfo).port
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--headless'] })

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

async function look(name: string, options: { width: number; height: number; colorScheme: 'light' | 'dark' }, query: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: options.width, height: options.height }, colorScheme: options.colorScheme, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') console.log(`[${name}]`, message.text().slice(0, 300)) })
  page.on('pageerror', (error) => console.log(`[${name}]`, error.message))
  const shoot = async (step: string): Promise<void> => {
    await page.waitForTimeout(250)
    await page.screenshot({ path: `${out}/${name}-${step}.png` })
    const found = await new AxeBuilder({ page }).analyze()
    for (const one of found.violations) console.log(`[${name} ${step}] axe ${one.impact}: ${one.id} ${one.help} (${one.nodes.length}) ${one.nodes[0]?.html.slice(0, 160)} ${one.nodes[0]?.failureSummary?.slice(0, 200).replace(/\n/g, ' ')}`)
  }
  await page.goto(`http://localhost:${port}/?${query}`)
  await button(page, 'Choose a file…').waitFor()
  await shoot('1-choose')
  await button(page, /Change where imports go/).click()
  await page.getByRole('radio', { name: /Live/ }).click({ force: true })
  await shoot('1-target')
  await page.keyboard.press('Escape')
  await button(page, 'A file with problems').click()
  await button(page, 'Match columns').waitFor()
  await shoot('2-check')
  await button(page, 'Match columns').click()
  await button(page, 'Review the data').waitFor()
  await shoot('3-match')
  await button(page, /Field: Contract Owner/).click()
  await page.keyboard.type('owner')
  await shoot('3-picker')
  // The first Escape empties the search, the second closes the list.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await button(page, 'Review the data').click()
  await page.getByRole('grid').waitFor()
  await shoot('4-review')
  if (!query.includes('clean')) {
    await page.getByRole('listbox', { name: 'Problems by kind' }).last().getByRole('option').nth(3).click()
    await shoot('4-issue')
    await page.keyboard.press('F2')
    await page.keyboard.type('amelia.hart@example.com')
    await shoot('4-editing')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await shoot('4-edited')
  }
  await page.getByRole('tab', { name: 'Customers' }).click()
  await shoot('4-customers')
  await button(page, 'Dry run').click()
  await button(page, 'Run the dry run').waitFor()
  await shoot('5-plan-empty')
  await button(page, 'Run the dry run').click()
  await button(page, /^Import \d/).waitFor()
  await page.waitForTimeout(200)
  await shoot('5-plan')
  if (query.includes('live')) {
    const label = (await button(page, /^Import \d/).innerText()).replace(/\D/g, '')
    await page.getByRole('textbox', { name: /to confirm/ }).fill(label)
  }
  await button(page, /^Import \d/).click()
  await button(page, 'Pause').waitFor()
  await page.waitForTimeout(6500)
  await shoot('6-import')
  await button(page, 'Cancel the import…').click()
  await shoot('6-cancel')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel the import' }).click()
  await button(page, 'Save report…').waitFor()
  await shoot('7-report')
  await page.close()
}

const runs = [
  ['light', { width: 1280, height: 800, colorScheme: 'light' }, 'runs'],
  ['dark', { width: 1280, height: 800, colorScheme: 'dark' }, 'runs&live'],
  ['narrow', { width: 900, height: 640, colorScheme: 'light' }, 'rows=1204'],
  ['huge', { width: 2560, height: 1440, colorScheme: 'light' }, 'rows=1000000&clean'],
] as const
for (const [name, options, query] of runs) {
  if (name.includes(only)) await look(name, options, query).catch((error: unknown) => console.log(`[${name}] stopped: ${String(error).slice(0, 600)}`))
}
await browser.close()
server.close()
