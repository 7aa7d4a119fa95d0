import type { Desk } from '../desk.ts'

/** Address of the practice server that the window is connected to; null when it is connected to none. */
export function practiceUrlOf(desk: Desk): string | null {
  const target = desk.target()
  return target?.kind === 'practice' ? target.api.baseUrl : null
}
