import { useCallback, useEffect, useState } from 'react'
import type { AppClient } from './client.ts'
import type { RecentFile } from './views.ts'

/**
 * Files that were opened before. They are known before the first page is drawn, and read again whenever another page opens or something
 * failed (it may have been that one of them is gone): the list never comes late and moves what is below it.
 */
export function useRecent(client: AppClient, first: readonly RecentFile[], when: unknown): { readonly recent: readonly RecentFile[]; readonly clearRecent: () => void } {
  const [recent, setRecent] = useState(first)
  useEffect(() => {
    let isWanted = true
    void client.files.recent({}).then((answer) => { if (isWanted && answer.ok) setRecent(answer.value) })
    return () => { isWanted = false }
  }, [client, when])
  const clearRecent = useCallback(() => {
    setRecent([])
    void client.files.clearRecent({})
  }, [client])
  return { recent, clearRecent }
}
