import { fail, ok, type Result } from '#core/model/result.ts'
import type { Session } from '#engine/session/session.ts'
import { ageText, cachedReference, cacheOf, useCached } from '#engine/target/cached-reference.ts'
import { baseUrlText, parseBaseUrl } from '#node/http/base-url.ts'
import { dataFolder } from '#node/paths.ts'
import type { CachedReference } from '#node/reference-cache/open-cache.ts'
import { plain, say } from './output.ts'

export interface NamedTarget {
  readonly target?: string
  readonly brand?: string
}

/** The lists that were kept of the server that is named (options, or ONBOARDER_TARGET and ONBOARDER_BRAND), or else of the last one. */
export async function keptLists({ target = process.env['ONBOARDER_TARGET'], brand = process.env['ONBOARDER_BRAND'] }: NamedTarget): Promise<Result<CachedReference>> {
  const cache = cacheOf(dataFolder())
  const url = target === undefined ? null : parseBaseUrl(target)
  if (url?.ok === false) return url
  if (url !== null && brand === undefined) return fail('bad-usage', 'Name the brand with --brand NAME as well: each brand has lists of its own.')
  const cached = await cachedReference(cache, url === null || brand === undefined ? null : { baseUrl: baseUrlText(url.value), brand })
  return cached === null ? fail('bad-usage', 'No lists are kept of that server yet. They are once you have signed in to it: onboarder lists --target URL.') : ok(cached)
}

/** Names in the file are resolved by kept lists, whose age is said. Nothing is ever sent by them. */
export async function useKeptLists(session: Session, named: NamedTarget): Promise<Result<null>> {
  const cached = await keptLists(named)
  if (!cached.ok) return cached
  useCached(session, cached.value)
  say(`Names are resolved by the lists of ${plain(cached.value.baseUrl)}, brand ${plain(cached.value.brand)}, ${ageText(cached.value.readAt)}.`)
  return ok(null)
}
