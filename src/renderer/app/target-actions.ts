import { fail } from '#core/model/result.ts'
import { ask, type Desk } from './asking.ts'
import type { AppClient } from './client.ts'
import { words } from './wording.ts'

type TargetChoice = Parameters<AppClient['target']['connect']>[0]

/** Where imports go. */
export function targetActions(desk: Desk) {
  return {
    async connect(choice: TargetChoice): Promise<boolean> {
      const answer = await ask(desk, 'connecting', () => desk.client.target.connect(choice))
      if (answer !== null) desk.tell({ kind: 'target-read', target: answer.value })
      return answer !== null
    },
    /**
     * To the practice server, as nobody has chosen another one yet: without a sign of waiting, and without taking away what was just
     * told. That the operator was faster is no failure.
     */
    async connectPractice(): Promise<void> {
      const answer = await desk.client.target.connect({ kind: 'practice', isDefault: true }).catch(() => fail('internal', words.bug))
      if (answer.ok) desk.tell({ kind: 'target-read', target: answer.value })
      else if (answer.failure.code !== 'stopped') desk.tell({ kind: 'failed', failure: answer.failure })
    },
    /** Reads the server's lists again; what depends on them is read again by the page. */
    async refreshReference(): Promise<void> {
      const answer = await ask(desk, 'loading', () => desk.client.target.refresh({}))
      if (answer === null) return
      desk.tell({ kind: 'target-read', target: answer.value })
      desk.tell({ kind: 'answered' })
    },
  }
}
