// What the judge needs to know of a run while it goes: requests, looks, manners. Nothing here has an effect.
import type { Look, Manners, SentRequest } from '../../judge/evidence.ts'
import { type Met, nothingMet } from './met.ts'
import type { Process } from './timeline.ts'

export type Told = SentRequest['told']

export interface SentRecord extends SentRequest {
  heardAt: number | null
  told: Told
}

export interface ProcessRecord {
  readonly requests: { readonly begunAt: number; readonly isRetry: boolean }[]
  readonly floors: { readonly from: number; readonly until: number }[]
  logins: number
  failedLogins: number
  refusedTokens: number
  endedAt: number | null
}

export interface Watch {
  readonly sent: SentRecord[]
  readonly looks: Look[]
  readonly met: Met
  of(process: Process): ProcessRecord
  manners(now: number): readonly Manners[]
}

export function createWatch(): Watch {
  const records = new Map<Process, ProcessRecord>()
  return {
    sent: [], looks: [], met: nothingMet(),
    of(process) {
      const known = records.get(process)
      if (known !== undefined) return known
      const record: ProcessRecord = { requests: [], floors: [], logins: 0, failedLogins: 0, refusedTokens: 0, endedAt: null }
      records.set(process, record)
      return record
    },
    manners: (now) => [...records].map(([{ bornAt }, { requests, floors, logins, failedLogins, refusedTokens, endedAt }]) => ({
      requests, floors, logins: { made: logins, failed: failedLogins, refusedTokens, livedMs: (endedAt ?? now) - bornAt },
    })),
  }
}
