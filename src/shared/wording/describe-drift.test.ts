import { expect, test } from 'vitest'
import type { MappingDrift } from '#core/model/saved-mapping.ts'
import { describeDrift } from './describe-drift.ts'

const target = { field: 'site.siteAddress.town' }
const place = { table: 0, header: 'Town' }

test.each<[MappingDrift, string]>([
  [{ kind: 'new-table', table: 1, sheet: 'Sites' }, 'The sheet "Sites" is new: its columns are left out until you choose fields for them.'],
  [{ kind: 'missing-table', sheet: 'Sites' }, 'The sheet "Sites" is no longer there.'],
  [{ ...place, kind: 'new-column', column: 3 }, 'The column "Town" is new: it is left out until you choose a field for it.'],
  [{ ...place, kind: 'missing-column', target }, 'The column "Town" (it filled Town) is missing.'],
  [{ ...place, kind: 'missing-column', target: null }, 'The column "Town" is missing.'],
  [{ ...place, kind: 'renamed-column', column: 3, was: 'City', target }, 'The column "Town" seems to be what was called "City" (Town): it is left out until you confirm it.'],
  [{ ...place, header: '', kind: 'unclear-column', column: 3, target: null }, 'Which column is meant by (no heading) is not clear: it is left out until you confirm it.'],
  [{ ...place, kind: 'new-values', column: 3, texts: ['Leeds', 'York'], count: 7 }, 'The column "Town" has 7 new values: "Leeds", "York" and others.'],
  [{ ...place, kind: 'date-order', column: 3, saved: 'mdy', found: 'dmy' }, 'The dates of the column "Town" are written day, month, year now (before: month, day, year), and are read so.'],
  [{ ...place, kind: 'decimal-sign', column: 3, saved: 'point', found: 'comma' }, 'The numbers of the column "Town" have a comma before their decimals now (before: a point), and are read so.'],
])('what has changed is said in a sentence: %j', (drift, sentence) => {
  expect(describeDrift(drift)).toBe(sentence)
})
