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
  return {
    current: () => {
      const target = desk.target()
      return ok(target === null ? null : targetView(target))
    },
    connect: (choice) => {
      const attempt = connectChosen(desk, choice, keeping)
      desk.connecting(attempt)
      return attempt
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

async function connectChosen(desk: Desk, choice: Choice, { cache, practiceServer, network }: TargetKeeping): Promise<Result<z.input<typeof TargetView>>> {
  const url = choice.kind === 'practice' ? await practiceServer() : ''
  if (url === null) return fail('server-unusable', 'The practice server did not start. Start the program again.')
  const target = await connectTarget(choice.kind === 'practice' ? { kind: 'practice', url } : choice, cache, network)
  if (!target.ok) return target
  desk.setTarget(target.value)
  return ok(targetView(target.value))
}

function targetView(target: Target): z.input<typeof TargetView> {
  return {
    kind: target.kind, label: target.label, baseUrl: target.api.baseUrl, brand: target.api.brand, user: target.api.username,
    lists: Object.fromEntries(Object.entries(target.lists).map(([kind, items]) => [kind, items.length])),
    referenceReadAt: target.readAt,
  }
}
