// Child of bench/run.ts: the same requests from a plain loop, as a floor. Some lanes, each in turn a look-up over a kept connection and
// a create over a fresh one, at even times; no journal, nothing checked, nothing tried again.
import { Agent, request, type RequestOptions } from 'node:http'
import { startCost } from './measure.ts'
import { postUnits } from './post-units.ts'

const [baseUrl = '', count = '500', perSecond = '50', lanes = '4'] = process.argv.slice(2)
const pool = new Agent({ keepAlive: true, maxSockets: 8 })
let token = ''

function ask(path: string, options: RequestOptions, body?: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const sent = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const asked = request(`${baseUrl}${path}`, { ...options, headers: { accept: 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }), ...sent } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => {
        if ((answer.statusCode ?? 0) < 300) resolve(JSON.parse(text))
        else reject(new Error(`${path} was answered with ${answer.statusCode}: ${text}`))
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

const login = await ask('/authenticate', { method: 'POST' }, JSON.stringify({ brand: 'practice', username: 'operator', password: 'practice' }))
token = (login as { readonly token: string }).token
const units = [...postUnits(Number(count))]
const cost = startCost()
const from = performance.now()
let turns = 0
const turn = async (): Promise<void> => {
  cost.note(turns)
  const at = from + (turns++ * 1000) / Number(perSecond)
  await new Promise((resolve) => void setTimeout(resolve, Math.max(0, at - performance.now())))
}
const lane = async (): Promise<void> => {
  for (let unit = units.pop(); unit !== undefined; unit = units.pop()) {
    await turn()
    await ask(`/customers?page=1&pageSize=100&sort=id&customerAccountNumber=${unit.customer}`, { method: 'GET', agent: pool })
    await turn()
    await ask('/customers', { method: 'POST', agent: false }, unit.steps[0]?.body)
  }
}
await Promise.all(Array.from({ length: Number(lanes) }, lane))
cost.say()
pool.destroy()
