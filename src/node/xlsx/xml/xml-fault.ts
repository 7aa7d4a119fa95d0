import { damaged, type Refusal } from '../refusal.ts'

/** The XML breaks a rule of its own standard. */
export function broken(detail: string): Refusal {
  return damaged(`its XML is broken: ${detail}`)
}
