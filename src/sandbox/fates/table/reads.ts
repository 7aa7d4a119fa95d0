// Lists that are wrong in the ways that mislead a client that looks before it sends.
import { type Bend, type Fate, now, truth } from '../fate.ts'

const bent = (what: string, covers: readonly string[], bend: Bend): Fate => ({ what, covers, meets: ['read'], effect: now, shows: truth, bend })

export const reads = {
  stale: bent('shows what there was `delayMs` ago', ['A12'], 'stale'),
  'filter-ignored': bent('the filters are ignored', ['A13'], 'filter-ignored'),
  'filter-prefix': bent('the key filter finds whatever begins so', ['A14'], 'filter-prefix'),
  'filter-folds-case': bent('the key filter does not tell capital letters', ['A14'], 'filter-folds-case'),
  'filter-trims': bent('the key filter does not see spaces', ['A14'], 'filter-trims'),
  'filter-drops-zeros': bent('the key filter does not see leading zeros', ['A14'], 'filter-drops-zeros'),
  'smaller-pages': bent('pages of two rows, whatever was asked for', ['A15', 'X06'], 'smaller-pages'),
  'page-repeated': bent('the first page comes twice', ['A15'], 'page-repeated'),
  'pages-endless': bent('the first page comes for ever', ['A15', 'X06'], 'pages-endless'),
  enveloped: bent('the list stands in an object', ['H05', 'X06'], 'enveloped'),
  'shown-twice': bent('every row is there a second time with another id', ['A17'], 'shown-twice'),
  hidden: bent('the rows are hidden', ['H11', 'X03', 'A12'], 'hidden'),
  'foreign-items': bent('a row of another owner among the others', ['A13'], 'foreign-items'),
} as const satisfies Record<string, Fate>
