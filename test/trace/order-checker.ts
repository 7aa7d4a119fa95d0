// Reads what the kernel was asked to do, line by line, and holds it against the one rule: no byte of a request that creates
// leaves before the intent to send it is in the journal's log and that log is on the disk.

/** System calls to trace. */
export const traceOptions = ['--seccomp-bpf', '-yy', '-s', '6000', '-e', 'trace=write,writev,sendto,sendmsg,pwrite64,pwritev,fsync,fdatasync']

export interface OrderChecker {
  read(line: string): void
  readonly posts: number
  readonly violations: readonly string[]
}

/** A row of the journal's intents as it lies in a page: step, (number of the attempt,) hash of the body, time. */
const intentPattern = /((?:customer|site):[A-Za-z0-9/-]+?)(?:\\\d{1,3})?[0-9a-f]{64}(?=20\d\d-)/g

export function createOrderChecker(): OrderChecker {
  const written = new Set<string>()
  const durable = new Set<string>()
  let isDirty = false
  /** Calls another thread's line came in between: begun here, ended on a later line. */
  const begun = new Map<string, string>()
  const violations: string[] = []
  let posts = 0

  const note = (call: string, hasEnded: boolean): void => {
    if (/^p?write(?:64|v)?\(\d+<[^>]*-wal>/.test(call)) {
      isDirty = true
      for (const [, step = ''] of call.matchAll(intentPattern)) written.add(step)
    } else if (/^(?:fsync|fdatasync)\(\d+<[^>]*-wal>\)\s+= 0/.test(call) && hasEnded) {
      isDirty = false
      for (const step of written) durable.add(step)
    } else if (/^(?:write|writev|sendto|sendmsg)\(\d+<TCP/.test(call)) {
      const step = stepOfRequest(call)
      if (step === null) return
      posts += 1
      if (isDirty) violations.push(`${step} was sent while the log was dirty`)
      if (!durable.has(step)) violations.push(`${step} was sent, and its intent was not on the disk`)
    }
  }
  return {
    read(line) {
      const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/s.exec(line) ?? []
      const resumed = /^<\.\.\. \w+ resumed>(.*)$/s.exec(rest)
      if (rest.endsWith('<unfinished ...>')) {
        begun.set(thread, rest.slice(0, -'<unfinished ...>'.length).trimEnd())
        note(rest, false)
      } else if (resumed !== null) {
        const whole = `${begun.get(thread) ?? ''}${resumed[1]}`
        // What was written counts from its beginning; what was synced, from its end.
        if (/^f(?:data)?sync/.test(whole)) note(whole, true)
      } else note(rest, true)
    },
    get posts() {
      return posts
    },
    violations,
  }
}

/** Null: no request that creates. strace shows quotes inside a text with a backslash. */
function stepOfRequest(call: string): string | null {
  if (!/"POST [^ ]*\/(?:customers|sites) HTTP/.test(call)) return null
  const account = /\\"customerAccountNumber\\":\\"([^\\]+)\\"/.exec(call)?.[1]
  if (account !== undefined) return `customer:${account}`
  const site = /\\"siteReference\\":\\"([^\\]+)\\"/.exec(call)?.[1]
  return `site:${site?.replace(/^DEPOT-/, '')}/${site}`
}
