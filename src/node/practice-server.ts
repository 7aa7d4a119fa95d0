import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fail, ok, type Result } from '#core/model/result.ts'

export interface PracticeServer {
  readonly url: string
  stop(): void
}

/** Starts the practice server in a process of its own, for the command line; it ends with us. `program` is the built file. */
export async function startPracticeServer(program: string): Promise<Result<PracticeServer>> {
  // Its input stays open as long as we live: when we die, however, it notices and ends.
  const child = spawn(process.execPath, [program, '--port', '0'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const url = await firstAddress(child.stdout)
  if (url === null) return fail('server-unusable', 'The practice server did not start. Run `npm run build` and try again.')
  return ok({ url, stop: () => void child.kill() })
}

/** Which cards are dealt: the same ones each time, so that what was seen once can be shown again. */
const DIFFICULT_SEED = 1

/**
 * Turns the trouble that the practice server makes by itself on or off (its `POST /sandbox/settings`). False: it did not answer.
 * `url`: with or without the path of its API.
 */
export async function setDifficult(url: string, isDifficult: boolean): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/sandbox/settings', url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ difficultSeed: isDifficult ? DIFFICULT_SEED : null }) })
    return answer.ok
  } catch {
    // Gone, or not there yet: the caller says so.
    return false
  }
}

async function firstAddress(output: NodeJS.ReadableStream): Promise<string | null> {
  for await (const line of createInterface({ input: output })) {
    const said: unknown = JSON.parse(line)
    if (typeof said === 'object' && said !== null && 'url' in said && typeof said.url === 'string') return said.url
  }
  return null
}
