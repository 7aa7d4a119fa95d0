import { fail, type Result } from '#core/model/result.ts'

/** Calls that the engine has not answered yet. */
export interface OpenCalls {
  /** Sends it under a number; answers when the engine does, or has died. */
  make(send: (id: number) => void): Promise<Result<unknown>>
  answer(id: number, result: Result<unknown>): void
  /** The engine died: whoever waits is told. */
  giveUp(): void
}

export function makeOpenCalls(): OpenCalls {
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  let nextId = 1
  return {
    make: (send) => new Promise((resolve) => {
      const id = nextId++
      waiting.set(id, resolve)
      send(id)
    }),
    answer(id, result) {
      waiting.get(id)?.(result)
      waiting.delete(id)
    },
    giveUp() {
      for (const resolve of waiting.values()) resolve(died)
      waiting.clear()
    },
  }
}

const died = fail('stopped', 'The import engine stopped and was started again. Open the file again; an import that was going on can be resumed from the list of runs.')
