import type { Choice } from '../../ui/select-box.tsx'

const codes = 'GB IE IM JE GG FR DE ES IT NL BE LU PT CH AT DK SE NO FI IS PL CZ SK HU RO BG GR CY MT EE LV LT SI HR US CA AU NZ ZA IN SG HK AE'.split(' ')
const names = new Intl.DisplayNames(['en'], { type: 'region' })

/** Countries a UK reseller bills, the likeliest first. Any other code can stand in a column of the file. */
export const countryChoices: readonly Choice[] = codes.map((id) => ({ id, name: names.of(id) ?? id, help: id }))
