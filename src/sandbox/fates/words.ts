// Faults a person can see without writing a script: words inside an account number or a site reference.
import type { Fault } from './order.ts'
import type { FateName } from './table/index.ts'

const NAMES: Readonly<Record<string, FateName>> = {
  '429': 'throttle',
  '503': 'unavailable',
  '500': 'error-not-applied',
  '500-APPLIED': 'error-applied',
  '401': 'unauthorised',
  DROP: 'drop-not-applied',
  'DROP-APPLIED': 'drop-applied',
  SLOW: 'slow',
  HTML: 'html',
}

// Longer words come first, else FAULT-500-APPLIED would be read as FAULT-500.
const WORDS = Object.keys(NAMES).sort((left, right) => right.length - left.length).join('|')
const WORD = new RegExp(`FAULT-(${WORDS})(-ALWAYS)?`)

/** The first attempt fails and the next succeeds; `-ALWAYS` makes every attempt fail. */
export function wordFault(key: string, attempt: number): Fault | null {
  const [, word, always] = WORD.exec(key) ?? []
  const name = word === undefined ? undefined : NAMES[word]
  return name !== undefined && (attempt === 1 || always !== undefined) ? { endpoint: '*', fault: name } : null
}
