// What was kept of a target's reference lists: names can be resolved without the server, and it is said how old they are.
import { join } from 'node:path'
import { noReference } from '#core/model/reference.ts'
import { openCache, type CachedReference, type ReferenceCache } from '#node/reference-cache/open-cache.ts'
import { touch, type Session } from '../session/session.ts'

/** The cache in the app's data folder. */
export function cacheOf(dataFolder: string): ReferenceCache {
  return openCache(join(dataFolder, 'reference'))
}

/** Of the target that is named, or else of the one whose lists were read last. Null: nothing was kept. */
export function cachedReference(cache: ReferenceCache, named: { readonly baseUrl: string; readonly brand: string } | null = null): Promise<CachedReference | null> {
  return named === null ? cache.newest() : cache.read(named.baseUrl, named.brand)
}

/** Names resolve by these lists until a server is asked. Which customers it has is not known. */
export function useCached(session: Session, cached: CachedReference): void {
  session.reference = { ...noReference, lists: cached.lists }
  touch(session)
}

const units = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]] as const

/** "read just now", "read 3 days ago". A clock that was set back gives "just now". */
export function ageText(readAt: string, now = Date.now()): string {
  const age = now - Date.parse(readAt)
  for (const [unit, length] of units) {
    const count = Math.floor(age / length)
    if (count >= 1) return `read ${count} ${unit}${count === 1 ? '' : 's'} ago`
  }
  return 'read just now'
}
