import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { makePageCache, type PageCache, type ReadPage } from './page-cache.ts'

/**
 * Pages of a long list. A new `list` key starts afresh (another file, another filter); a new `version` reads the same list
 * again without hiding it.
 */
export function usePages<Row>(read: ReadPage<Row>, list: string, version: number): PageCache<Row> {
  const latest = useRef(read)
  latest.current = read
  // `list` is a dependency on purpose: another list is another cache.
  const cache = useMemo(() => makePageCache<Row>((from, count) => latest.current(from, count)), [list])
  useSyncExternalStore(cache.subscribe, cache.snapshot)
  const seen = useRef({ cache, version })
  useEffect(() => {
    if (seen.current.cache === cache && seen.current.version !== version) cache.refresh()
    else cache.want(0, 0)
    seen.current = { cache, version }
  }, [cache, version])
  return cache
}
