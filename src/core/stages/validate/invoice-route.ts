// Where the invoices of each site go: by itself, or by another site of the same customer. elevate-api.md 5.1 and 9.
import type { CustomerDraft, SiteDraft } from '#core/model/draft.ts'
import { pointerPath } from './rule.ts'

/** `unknown`: no site of the customer has that reference, or several differ from it in case only. */
export type Target = SiteDraft | 'unknown' | 'self'

export interface InvoiceRoutes {
  /** Only sites that name another one by reference. */
  readonly targets: ReadonlyMap<SiteDraft, Target>
  /** Sites on a circle of two or more, each with its circle. */
  readonly circles: ReadonlyMap<SiteDraft, readonly SiteDraft[]>
}

const noRoutes: InvoiceRoutes = { targets: new Map(), circles: new Map() }

export function findInvoiceRoutes(draft: CustomerDraft): InvoiceRoutes {
  if (!draft.sites.some(({ fields }) => fields.has(pointerPath))) return noRoutes
  const targets = new Map<SiteDraft, Target>()
  for (const site of draft.sites) {
    const reference = site.fields.get(pointerPath)?.value
    if (typeof reference !== 'string') continue
    const target = findSite(draft.sites, reference.trim())
    targets.set(site, target === site ? 'self' : target)
  }
  return { targets, circles: findCircles(targets) }
}

/** A reference that differs in case fits when only one site does. */
function findSite(sites: readonly SiteDraft[], reference: string): SiteDraft | 'unknown' {
  const exact = sites.find((site) => site.reference === reference)
  if (exact !== undefined) return exact
  const small = reference.toLowerCase()
  const fitting = sites.filter((site) => site.reference.toLowerCase() === small)
  return (fitting.length === 1 ? fitting[0] : undefined) ?? 'unknown'
}

function findCircles(targets: InvoiceRoutes['targets']): InvoiceRoutes['circles'] {
  const circles = new Map<SiteDraft, readonly SiteDraft[]>()
  const done = new Set<SiteDraft>()
  for (const start of targets.keys()) {
    const path: SiteDraft[] = []
    let next: Target | undefined = start
    while (typeof next === 'object' && !done.has(next)) {
      done.add(next)
      path.push(next)
      next = targets.get(next)
    }
    // Back on this very walk: a circle. On an earlier walk: a way into what is known already.
    const circle = typeof next === 'object' && path.includes(next) ? path.slice(path.indexOf(next)) : []
    for (const site of circle) circles.set(site, circle)
  }
  return circles
}
