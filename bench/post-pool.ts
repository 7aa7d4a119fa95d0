// Child of bench/run.ts: the same requests by undici's Pool and our pacer alone, as a baseline. Some lanes, each in turn a look-up and a create;
// no journal, nothing checked, nothing tried again. Over kept connections; with `fresh`, each create over one of its own, as an import has to.
import { Pool } from 'undici'
import { createPacer } from '#core/stages/post/pace/index.ts'
import { systemClock } from '#node/clock.ts'
import { startCost } from './measure.ts'
import { postUnits } from './post-units.ts'

const [baseUrl = '', count = '500', perSecond = '50', lanes = '4', connections = 'kept'] = process.argv.slice(2)
const { origin, pathname } = new URL(baseUrl)
const pool = new Pool(origin, { connections: Number(lanes) * 2 })
let token = ''

async function ask(path: string, body?: string): Promise<unknown> {
  const headers = { accept: 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
  const answer = await pool.request({ path: `${pathname}${path}`, method: body === undefined ? 'GET' : 'POST', headers, ...(body === undefined ? {} : { body, reset: connections === 'fresh' }) })
  if (answer.statusCode >= 300) throw new Error(`${path} was answered with ${answer.statusCode}: ${await answer.body.text()}`)
  return answer.body.json()
}

const login = await ask('/authenticate', JSON.stringify({ brand: 'practice', username: 'operator', password: 'practice' }))
token = (login as { readonly token: string }).token
const units = [...postUnits(Number(count))].reverse()
const pacer = createPacer({ clock: systemClock, pace: { requestsPerSecond: Number(perSecond), lanes: Number(lanes) } })
const cost = startCost()
let asked = 0
const inTurn = async (kind: 'read' | 'write', path: string, body?: string): Promise<void> => {
  const turn = await pacer.turn({ lane: kind })
  cost.note(asked++)
  turn.leaves()
  await ask(path, body)
  turn.done('good')
}
const lane = async (): Promise<void> => {
  for (let unit = units.pop(); unit !== undefined; unit = units.pop()) {
    await inTurn('read', `/customers?page=1&pageSize=100&sort=id&customerAccountNumber=${unit.customer}`)
    await inTurn('write', '/customers', unit.steps[0]?.body)
  }
}
await Promise.all(Array.from({ length: Number(lanes) }, lane))
cost.say()
pacer.letGo()
await pool.close()
