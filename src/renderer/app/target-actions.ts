import { ask, askQuietly, type Desk } from './asking.ts'
import type { AppClient } from './client.ts'

type TargetChoice = Parameters<AppClient['target']['connect']>[0]

/** Where imports go. */
export function targetActions(desk: Desk) {
  return {
    async connect(choice: TargetChoice): Promise<boolean> {
      const answer = await ask(desk, 'connecting', () => desk.client.target.connect(choice))
      if (answer !== null) desk.tell({ kind: 'target-read', target: answer.value })
      return answer !== null
    },
    /** To the practice server, without a sign of waiting and without taking away what was just told. */
    async reconnect(): Promise<void> {
      const answer = await askQuietly(desk, () => desk.client.target.connect({ kind: 'practice' }))
      if (answer !== null) desk.tell({ kind: 'target-read', target: answer.value })
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
