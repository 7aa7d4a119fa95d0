import '../../../src/renderer/app/no-eval.ts'
import type { Bridge, WireEvent } from '#shared/ipc/bridge.ts'
import { contract } from '#shared/ipc/contract.ts'
import { makeDispatch } from '#shared/ipc/dispatch.ts'
import { fakeEngine } from './fake-engine.ts'

// For looking at the window in a browser, without Electron: `?rows=1000000&live&runs&clean`.
const page = globalThis as unknown as { readonly location: { readonly search: string }; bridge: Bridge }
const wishes = new Map(page.location.search.slice(1).split('&').map((pair) => { const [name = '', value = ''] = pair.split('='); return [name, value] }))
const listeners = new Set<(event: WireEvent) => void>()
const send = (name: string, payload: unknown): void => { for (const listener of listeners) listener({ name, payload }) }
const handlers = fakeEngine({ rows: Number(wishes.get('rows') ?? 1204), isLive: wishes.has('live'), hasRuns: wishes.has('runs'), isClean: wishes.has('clean'), send })
const dispatch = makeDispatch(contract, handlers, (_, error) => { throw error })

page.bridge = {
  call: (name, input) => {
    const failing = wishes.get('fail')
    return failing === name
      ? Promise.resolve({ ok: false, failure: { code: 'file-damaged', message: 'spring-onboarding.xlsx is not a workbook that can be read: its end is missing. Open it in Excel, save it again and drop the new file here.' } })
      : dispatch(name, input)
  },
  subscribe: (listener) => { listeners.add(listener); return () => listeners.delete(listener) },
  drop: () => Promise.resolve([{ token: 'tok-1', name: 'spring-onboarding.csv' }]),
}
