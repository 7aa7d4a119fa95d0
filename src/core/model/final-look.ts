import { nameSome } from './name-some.ts'
import type { UnitReceipt } from './receipt.ts'
import type { FinalLook } from './report.ts'

/** More account numbers than this are left to the list of rows. */
const NAMED = 10

export function finalLookOf({ customers, missing, listUnread }: Omit<FinalLook, 'doubles'>, receipts: readonly UnitReceipt[]): FinalLook {
  return { customers, missing, listUnread, doubles: receipts.flatMap(({ outcome, customer }) => (outcome === 'duplicate' ? [customer] : [])) }
}

/** Whether everything was looked at, and nothing is wrong. */
export function isCleanLook({ doubles, missing, listUnread }: FinalLook): boolean {
  return doubles.length === 0 && missing === 0 && listUnread === null
}

/** For every form of the report: what was looked at, and what was found. */
export function describeFinalLook(look: FinalLook): readonly string[] {
  const { customers, doubles, missing, listUnread } = look
  if (customers === 0 && doubles.length === 0) return ['Nothing was sent, so there was nothing to count on the server.']
  const counted = `${customers === 1 ? '1 customer was' : `${customers} customers were`} counted on the server once more`
  return [
    listUnread === null ? `${counted}, and the list of what was created there since the start was read.` : `${counted}. ${listUnread}`,
    doubles.length === 0 ? 'None is there more than once.' : `There more than once: ${nameSome(doubles, NAMED)}. Look at both there, and end-date the one that is too much.`,
    ...(missing === 0 ? [] : [`${missing === 1 ? '1 customer' : `${missing} customers`} had been confirmed or refused, and the server shows something else: reported as unknown, with the reason.`]),
  ]
}
