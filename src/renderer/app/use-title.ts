import { useEffect } from 'react'
import { words } from './wording.ts'

/** Window title: the step only. A file's name may hold a customer's, and titles are seen by screen recorders and task bars. */
export function useTitle(step: string): void {
  useEffect(() => { document.title = `${step} – ${words.product}` }, [step])
}
