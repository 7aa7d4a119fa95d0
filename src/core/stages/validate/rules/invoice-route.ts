import type { SiteDraft } from '#core/model/draft.ts'
import { issue } from '#core/model/issue.ts'
import type { Issue } from '#core/model/issue.ts'
import { findInvoiceRoutes } from '../invoice-route.ts'
import type { InvoiceRoutes } from '../invoice-route.ts'
import { detailsPrefix, found, isGiven, nothing, ofEach, pointerPath, relatedTo, serverIdPath } from '../rule.ts'
import type { Rule, RuleContext, SiteScope } from '../rule.ts'

/** A site gets its invoices itself or names another site that does, not both and not neither (elevate-api.md 5.1). */
export const invoiceRoute: Rule = {
  codes: ['invoice-route-missing', 'invoice-route-both'],
  check: ({ draft, sites }, context) => {
    const { targets, circles } = findInvoiceRoutes(draft)
    return ofEach(sites, (scope) => {
      const { entity: site, hasDetails, pointsElsewhere } = scope
      // A site that names itself, or a circle, raises its own code only.
      if (targets.get(site) === 'self' || circles.has(site)) return nothing
      if (!hasDetails && !pointsElsewhere) return [missing(scope)]
      if (!pointsElsewhere) return nothing
      const twice = isGiven(site, pointerPath) && isGiven(site, serverIdPath) ? serverIdPath : firstDetail(site)
      return twice === undefined ? nothing : [both(scope, context, twice)]
    })
  },
}

function missing({ entity, customer, site }: SiteScope): Issue {
  return issue({ code: 'invoice-route-missing', severity: 'error', place: entity.rows[0] ?? null, customer, site })
}

function both(scope: SiteScope, context: RuleContext, field2: string): Issue {
  const field = isGiven(scope.entity, pointerPath) ? pointerPath : serverIdPath
  const related = relatedTo(scope.entity, scope.entity.fields.get(field2))
  return found(scope, context, { code: 'invoice-route-both', severity: 'error', field, params: { field2 }, related })
}

function firstDetail(site: SiteDraft): string | undefined {
  for (const path of site.fields.keys()) if (path.startsWith(detailsPrefix)) return path
  for (const path of site.broken) if (path.startsWith(detailsPrefix)) return path
  return undefined
}

/** The receiving site must be another site of the same customer that holds invoice details itself (elevate-api.md 5.1, 9). */
export const invoiceSite: Rule = {
  codes: ['invoice-site-unknown', 'invoice-site-self', 'invoice-site-not-receiving', 'invoice-site-cycle'],
  check: ({ draft, sites }, context) => {
    const routes = findInvoiceRoutes(draft)
    if (routes.targets.size === 0) return nothing
    const pointedAt = sitesPointedAt(routes)
    const receiving = new Set(sites.filter(({ hasDetails }) => hasDetails).map(({ entity }) => entity))
    return ofEach(sites, (scope): readonly Issue[] => {
      const target = routes.targets.get(scope.entity)
      if (target === undefined) return nothing
      const about = { severity: 'error', field: pointerPath } as const
      if (target === 'unknown') return [found(scope, context, { ...about, code: 'invoice-site-unknown' })]
      if (target === 'self') return [found(scope, context, { ...about, code: 'invoice-site-self' })]
      const circle = routes.circles.get(scope.entity)
      if (circle !== undefined) {
        const related = circle.filter((site) => site !== scope.entity).flatMap((site) => relatedTo(site, site.fields.get(pointerPath)))
        return [found(scope, context, { ...about, code: 'invoice-site-cycle', params: { list: circle.map((site) => site.reference).join(', ') }, related })]
      }
      // A chain is flagged at its first link: a later one is named by the site before it.
      if (receiving.has(target) || (!scope.hasDetails && pointedAt.has(scope.entity))) return nothing
      const related = relatedTo(target, target.fields.get(pointerPath))
      return [found(scope, context, { ...about, code: 'invoice-site-not-receiving', params: { other: target.reference, otherRow: related[0]?.row ?? 0 }, related })]
    })
  },
}

function sitesPointedAt({ targets, circles }: InvoiceRoutes): ReadonlySet<SiteDraft> {
  const pointed = new Set<SiteDraft>()
  for (const [site, target] of targets) if (typeof target === 'object' && !circles.has(site)) pointed.add(target)
  return pointed
}
