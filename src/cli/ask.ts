import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

const isTerminal = (): boolean => process.stdin.isTTY && process.stderr.isTTY

/** Asks on the terminal; null when there is none. The question goes to stderr, results stay alone on stdout. */
export async function ask(question: string): Promise<string | null> {
  if (!isTerminal()) return null
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question(question)
  } finally {
    terminal.close()
  }
}

/** As `ask`, without showing what is typed. */
export async function askPassword(question: string): Promise<string | null> {
  if (!isTerminal()) return null
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}
