import type { z } from 'zod'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { Network } from '#node/http/dialler.ts'
import type { ReferenceCache } from '#node/reference-cache/open-cache.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import type { TargetView } from '#shared/ipc/schemas.ts'
import type { Desk } from '../desk.ts'
import { cachedReference } from '../target/cached-reference.ts'
import { connectTarget, notConnected, refreshTarget, type Target } from '../target/target.ts'

type TargetHandlers = Handlers<AppContract['target']>

export interface TargetKeeping {
  readonly cache: ReferenceCache
  /** Starts the practice server; null when it does not come up. */
  readonly practiceServer: () => Promise<string | null>
  readonly network: Network
}

export function targetCalls(desk: Desk, keeping: TargetKeeping): TargetHandlers {
  // What was chosen last is where imports go, whichever server answers first.
  let latest: Choice | null = null
  return {
    current: () => {
      const target = desk.target()
      return ok(target === null ? null : targetView(target))
    },
    connect: (choice) => {
      if (choice.kind === 'practice' && choice.isDefault && latest !== null) return superseded
      latest = choice
      const attempt = connectChosen(desk, { choice, isLatest: () => latest === choice }, keeping)
      desk.connecting(attempt)
      return attempt.then((answer) => {
        // Nothing came of it: nobody has chosen any more.
        if (!answer.ok && latest === choice && desk.target() === null) latest = null
        return answer
      })
    },
    reference: async ({ kind }) => {
      // Without a server, what the last one listed: its age is shown beside it.
      const known = (await desk.settledTarget()) ?? (await cachedReference(keeping.cache))
      const items = known?.lists[kind]
      return ok({ read: items !== undefined, readAt: known?.readAt ?? null, items: (items ?? []).map((item) => ({ id: item.id, name: item.name, kind: item.kind ?? null })) })
    },
    refresh: async () => {
      const target = await desk.settledTarget()
      if (target === null) return notConnected()
      const read = await refreshTarget(target, keeping.cache)
      if (!read.ok) return read
      desk.setTarget(target)
      return ok(targetView(target))
    },
  }
}

type Choice = Parameters<TargetHandlers['connect']>[0]

const superseded = fail('stopped', 'Another server was chosen meanwhile.')

interface Attempt {
  readonly choice: Choice
  readonly isLatest: () => boolean
}

async function connectChosen(desk: Desk, { choice, isLatest }: Attempt, { cache, practiceServer, network }: TargetKeeping): Promise<Result<z.input<typeof TargetView>>> {
  const url = choice.kind === 'practice' ? await practiceServer() : ''
  if (url === null) return fail('server-unusable', 'The practice server did not start. Start the program again.')
  // Before it is made difficult, or not: whoever chose later says so.
  if (!isLatest()) return superseded
  const target = await connectTarget(choice.kind === 'practice' ? { kind: 'practice', url, difficult: choice.difficult } : choice, cache, network)
  if (!target.ok) return target
  if (!isLatest()) {
    target.value.api.close()
    return superseded
  }
  desk.setTarget(target.value)
  return ok(targetView(target.value))
}

function targetView(target: Target): z.input<typeof TargetView> {
  return {
    kind: target.kind, label: target.label, difficult: target.difficult, baseUrl: target.api.baseUrl, brand: target.api.brand, user: target.api.username,
    lists: Object.fromEntries(Object.entries(target.lists).map(([kind, items]) => [kind, items.length])),
    referenceReadAt: target.readAt,
  }
}
