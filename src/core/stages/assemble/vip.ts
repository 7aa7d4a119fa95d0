import { issue } from '#core/model/issue.ts'
import type { Issue } from '#core/model/issue.ts'
import type { EntityBuilder } from './entity-builder.ts'

const vipPath = 'customer.customerIsVip'
const markerPath = 'customer.customerMarker'

/**
 * `customerIsVip` is deprecated (elevate-api.md 4.1): its value is sent as `customerMarker`. VIP yes beside marker no is a
 * conflict; VIP no beside marker yes is none, because the marker also stands for vulnerable customers.
 */
export function moveVip(entity: EntityBuilder, customer: string | null): readonly Issue[] {
  const vip = entity.fields.get(vipPath)
  if (vip === undefined) return []
  entity.fields.delete(vipPath)
  const marker = entity.fields.get(markerPath)
  const about = { place: vip.place, field: vipPath, value: vip.raw, customer }
  const issues: Issue[] = []
  // A fixed value says it once for the whole file, not for every customer.
  if (vip.place !== null) issues.push(issue({ ...about, code: 'vip-deprecated', severity: 'info' }))
  if (marker === undefined) {
    if (!entity.broken.has(markerPath)) entity.fields.set(markerPath, vip)
  } else if (vip.value === true && marker.value === false) {
    const other = marker.place === null ? { other: marker.raw } : { other: marker.raw, otherRow: marker.place.row }
    issues.push(issue({
      ...about, code: 'conflicting-values', severity: 'error', params: { ...other, field2: markerPath }, related: marker.place === null ? [] : [marker.place],
    }))
  }
  return issues
}
