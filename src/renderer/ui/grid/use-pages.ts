import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { makePageCache, type PageCache, type ReadPage } from './page-cache.ts'

/**
 * Pages of a long list. A new `list` key starts afresh (another file, another filter); a new `version` reads the same list
 * again without hiding it. `read` may only depend on what the key names.
 */
export function usePages<Row>(read: ReadPage<Row>, list: string, version: number): PageCache<Row> {
  const [held, setHeld] = useState(() => ({ list, cache: makePageCache(read) }))
  if (held.list !== list) setHeld({ list, cache: makePageCache(read) })
  const { cache } = held
  useSyncExternalStore(cache.subscribe, cache.snapshot)
  const seen = useRef({ cache, version })
  useEffect(() => {
    if (seen.current.cache === cache && seen.current.version !== version) cache.refresh()
    else cache.want(0, 0)
    seen.current = { cache, version }
  }, [cache, version])
  return cache
}
