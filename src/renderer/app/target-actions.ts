import { fail, ok, type Result } from '#core/model/result.ts'
import { ask, type Desk } from './asking.ts'
import type { AppClient } from './client.ts'
import type { MappingView, ReviewView, SourceId } from './views.ts'
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
    /**
     * Another server, or the first one: what the window shows of the open file is judged by its lists. `isShown`: the operator sees that it is
     * waited for; without it nothing is taken away that was told or is going on.
     */
    async judgeAnew(isShown: boolean): Promise<void> {
      const { step } = desk.now()
      if (!('mapping' in step)) return
      const { sourceId } = step.work.source
      if (isShown) desk.tell({ kind: 'asked', busy: 'checking' })
      const judged = await readJudged(desk.client, sourceId, 'review' in step).catch(() => fail('internal', words.bug))
      const now = desk.now().step
      if (judged.ok) desk.tell({ kind: 'judged-anew', sourceId, ...judged.value, wasShown: isShown })
      // A file that was left meanwhile is no failure.
      else if ('work' in now && now.work.source.sourceId === sourceId) desk.tell({ kind: 'failed', failure: judged.failure })
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

interface Judged {
  readonly mapping: MappingView
  readonly review: ReviewView | null
}

async function readJudged(client: AppClient, sourceId: SourceId, hasReview: boolean): Promise<Result<Judged>> {
  const mapping = await client.mapping.read({ sourceId })
  if (!mapping.ok) return mapping
  const review = hasReview ? await client.review.read({ sourceId }) : ok(null)
  return review.ok ? ok({ mapping: mapping.value, review: review.value }) : review
}
