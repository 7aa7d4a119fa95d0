import type { Level } from '#core/model/field.ts'
import type { ColumnMatch } from '#core/model/mapping.ts'

const levelOf = (match: ColumnMatch): string => match.target?.field.split('.')[0] ?? ''

/**
 * Where a row holds several contacts or sites, the columns without a number are those of the first ("Contact name",
 * "Contact 2 name"). Where it holds one, the number 1 says nothing and goes.
 */
export function numberWideColumns(matches: readonly ColumnMatch[]): readonly ColumnMatch[] {
  const wide = new Set(matches.filter(({ target }) => (target?.index ?? 1) > 1).map(levelOf))
  const levels: readonly Level[] = ['site', 'siteContact', 'customerContact']
  return matches.map((match) => {
    const level = levels.find((one) => one === levelOf(match))
    if (level === undefined || match.target === null) return match
    const { index = 1, ...rest } = match.target
    return { ...match, target: wide.has(level) ? { ...rest, index } : rest }
  })
}
