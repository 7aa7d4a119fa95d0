// The engine in Electron: a utility process that answers the contract's calls. Everything it does, the command line does with
// the same functions in its own process.
import '#node/tune-v8.ts'
import { contract, type AppContract, type EngineArea } from '#shared/ipc/contract.ts'
import { makeDispatch } from '#shared/ipc/dispatch.ts'
import type { FromEngine, ToEngine } from '#shared/ipc/engine-wire.ts'
import type { AllHandlers } from '#shared/ipc/kit.ts'
import { fail } from '#core/model/result.ts'
import { reportBug } from '#node/bug-report.ts'
import { forgetOldHistories } from '#node/history/forget-old-histories.ts'
import { openHistory } from '#node/history/open-history.ts'
import { openJournal } from '#node/journal/open-journal.ts'
import { mappingCalls } from './calls/mapping.calls.ts'
import { mendCalls } from './calls/mend.calls.ts'
import { reportCalls } from './calls/report.calls.ts'
import { reviewCalls } from './calls/review.calls.ts'
import { runCalls } from './calls/run.calls.ts'
import { sourceCalls } from './calls/source.calls.ts'
import { targetCalls } from './calls/target.calls.ts'
import { makeDesk } from './desk.ts'
import { makeActiveRuns } from './runs/active-runs.ts'
import { historiesFolder, historyPath } from './session/history-path.ts'
import { libraryOf } from './session/mapping-library.ts'
import { askForProxies } from './target/ask-for-proxies.ts'
import { cacheOf } from './target/cached-reference.ts'

const home = process.argv[process.argv.indexOf('--home') + 1] ?? ''
const post = (message: FromEngine): void => process.parentPort.postMessage(message)
const journal = openJournal(home, 'window')

if (journal.ok) {
  serve(makeDesk(journal.value, home))
  forgetOldHistories(historiesFolder(home), Date.now())
} else refuseEverything(journal.failure.code, journal.failure.message)

function serve(desk: ReturnType<typeof makeDesk>): void {
  const askedFor: ((url: string | null) => void)[] = []
  const practiceServer = (): Promise<string | null> =>
    new Promise((resolve) => {
      askedFor.push(resolve)
      post({ kind: 'need-practice-server' })
    })
  const proxies = askForProxies(post)
  const tell = (name: string, payload: unknown): void => post({ kind: 'event', event: { name, payload } })
  const active = makeActiveRuns(tell, (count) => post({ kind: 'imports', count }))
  const library = libraryOf(home)
  const cache = cacheOf(home)
  const handlers: AllHandlers<AppContract, EngineArea> = {
    source: sourceCalls(desk, { library, cache, tell, openHistory: (session) => openHistory(historyPath(home, session.source)) }), mapping: mappingCalls(desk, library), review: reviewCalls(desk), mend: mendCalls(desk),
    target: targetCalls(desk, { cache, practiceServer, network: { findRoutes: proxies.findRoutes } }),
    run: runCalls({ desk, active, library, emit: tell }), report: reportCalls(desk, active),
  }
  const dispatch = makeDispatch(contract, handlers, reportBug)

  process.parentPort.on('message', ({ data }: { data: ToEngine }) => {
    switch (data.kind) {
      case 'call':
        void dispatch(data.name, data.input).then((result) => post({ kind: 'answer', id: data.id, result }))
        break
      case 'grant':
        desk.grant(data.token, data.path)
        break
      case 'practice-server':
        for (const answer of askedFor.splice(0)) answer(data.url)
        break
      case 'woke':
        active.wake()
        break
      case 'proxy':
        proxies.hear(data.id, data.answer)
        break
      case 'shutdown':
        void active.shutDown().then(() => {
          desk.journal.close()
          post({ kind: 'shut-down' })
        })
        break
    }
  })
}

/** Without a journal nothing may be sent, and the operator has to learn why: every call answers it. */
function refuseEverything(code: Parameters<typeof fail>[0], message: string): void {
  process.parentPort.on('message', ({ data }: { data: ToEngine }) => {
    if (data.kind === 'call') post({ kind: 'answer', id: data.id, result: fail(code, message) })
    if (data.kind === 'shutdown') post({ kind: 'shut-down' })
  })
}
