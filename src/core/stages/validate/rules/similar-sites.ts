import { findSimilar } from '../similar-keys.ts'
import { found, nothing, relatedTo } from '../rule.ts'
import type { Rule } from '../rule.ts'

const field = 'site.siteReference'

/** Two references of one customer that look the same: an error until the operator says whether they are one site. */
export const similarSites: Rule = {
  codes: ['similar-key'],
  check: ({ sites }, context) => {
    const similar = findSimilar(sites, ({ entity }) => entity.reference)
    return similar.length === 0 ? nothing : similar.map(({ item, other: { entity } }) => {
      const related = relatedTo(entity, entity.fields.get(field))
      return found(item, context, { code: 'similar-key', severity: 'error', field, params: { other: entity.reference, otherRow: related[0]?.row ?? 0 }, related })
    })
  },
}
