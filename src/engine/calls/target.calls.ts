import type { z } from 'zod'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import type { TargetView } from '#shared/ipc/schemas.ts'
import type { Desk } from '../desk.ts'
import { connectTarget, notConnected, type Target } from '../target/target.ts'

type TargetHandlers = Handlers<AppContract['target']>

export function targetCalls(desk: Desk, practiceServer: () => Promise<string | null>): TargetHandlers {
  return {
    current: () => {
      const target = desk.target()
      return ok(target === null ? null : targetView(target))
    },
    connect: (choice) => {
      const attempt = connectChosen(desk, choice, practiceServer)
      desk.connecting(attempt)
      return attempt
    },
    reference: async ({ kind }) => {
      const target = await desk.settledTarget()
      if (target === null) return notConnected()
      const items = target.lists[kind]
      return ok({ read: items !== undefined, readAt: null, items: (items ?? []).map((item) => ({ id: item.id, name: item.name, kind: item.kind ?? null })) })
    },
    refresh: () => fail('bad-usage', 'That is not there yet.'),
  }
}

type Choice = Parameters<TargetHandlers['connect']>[0]

async function connectChosen(desk: Desk, choice: Choice, practiceServer: () => Promise<string | null>): Promise<Result<z.input<typeof TargetView>>> {
  const url = choice.kind === 'practice' ? await practiceServer() : ''
  if (url === null) return fail('server-unusable', 'The practice server did not start. Start the program again.')
  const target = await connectTarget(choice.kind === 'practice' ? { kind: 'practice', url } : choice)
  if (!target.ok) return target
  desk.setTarget(target.value)
  return ok(targetView(target.value))
}

function targetView(target: Target): z.input<typeof TargetView> {
  return {
    kind: target.kind, label: target.label, baseUrl: target.api.baseUrl, brand: target.api.brand, user: target.api.username,
    lists: Object.fromEntries(Object.entries(target.lists).map(([kind, items]) => [kind, items.length])),
    referenceReadAt: null,
  }
}
