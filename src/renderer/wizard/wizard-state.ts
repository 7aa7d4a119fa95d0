import type { Failure } from '#core/model/result.ts'
import type {
  DryRunView, FileToOpen, MappingView, ReviewView, RunEnd, RunId, RunProgress, SourceId, SourceProgressed, SourceView, TargetView,
} from '../app/views.ts'

/** The opened files, what the operator decided about each, and how they were read. */
export interface Work {
  readonly files: readonly FileToOpen[]
  readonly source: SourceView
}

export interface Pace {
  readonly requestsPerSecond: number
  readonly lanes: number
}

/** What the operator sets before a dry run. */
export interface PlanChoice extends Pace {
  readonly skipExisting: boolean
}

/** A run, as far as the window has to know it; `work` is absent for runs of earlier days. */
export interface RunFacts {
  readonly runId: RunId
  readonly file: string
}

interface Checked { readonly work: Work }
interface Matched extends Checked { readonly mapping: MappingView }
interface Reviewed extends Matched { readonly review: ReviewView; readonly choice: PlanChoice }

/** Where the operator is, with exactly what that step needs. */
export type Step =
  | { readonly kind: 'choose' }
  | ({ readonly kind: 'check' } & Checked)
  | ({ readonly kind: 'match' } & Matched)
  | ({ readonly kind: 'review' } & Reviewed)
  | ({ readonly kind: 'plan'; readonly dryRun: DryRunView | null } & Reviewed)
  /** `notices`: worth knowing, and stops nothing. */
  | { readonly kind: 'import'; readonly run: RunFacts; readonly notices: readonly string[]; readonly progress: RunProgress | null }
  | { readonly kind: 'report'; readonly run: RunFacts; readonly end: RunEnd | null }

export type StepName = Step['kind']
export const stepNames: readonly StepName[] = ['choose', 'check', 'match', 'review', 'plan', 'import', 'report']

/** What the window is waiting for. Edits of single cells do not count: nothing is held up by them. */
export type Busy = 'opening' | 'mapping' | 'checking' | 'planning' | 'starting' | 'connecting' | 'saving' | 'loading'

export interface Wizard {
  readonly step: Step
  readonly busy: Busy | null
  readonly problem: Failure | null
  readonly target: TargetView | null
  /** Raised whenever the engine's view of the rows may have changed: pages of rows are read again. */
  readonly version: number
}

export type WizardEvent =
  | { readonly kind: 'asked'; readonly busy: Busy }
  | { readonly kind: 'answered' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'problem-dismissed' }
  | { readonly kind: 'runs-changed' }
  | { readonly kind: 'target-read'; readonly target: TargetView | null }
  | { readonly kind: 'opened'; readonly work: Work }
  /** Of a source that is still being read: more rows, its end, or that it cannot be read after all. */
  | { readonly kind: 'source-progressed'; readonly event: SourceProgressed }
  | { readonly kind: 'source-ready'; readonly source: SourceView }
  | { readonly kind: 'source-failed'; readonly sourceId: SourceId; readonly failure: Failure }
  | { readonly kind: 'mapping-read'; readonly sourceId: SourceId; readonly mapping: MappingView }
  | { readonly kind: 'review-read'; readonly sourceId: SourceId; readonly review: ReviewView }
  /**
   * The server's lists are others: what stands on the screen, judged by them. `review` is null before there is one; `wasShown`: the window showed
   * that it waits for this.
   */
  | { readonly kind: 'judged-anew'; readonly sourceId: SourceId; readonly mapping: MappingView; readonly review: ReviewView | null; readonly wasShown: boolean }
  | { readonly kind: 'review-changed'; readonly sourceId: SourceId; readonly review: ReviewView }
  | { readonly kind: 'plan-entered' }
  | { readonly kind: 'choice-changed'; readonly choice: PlanChoice }
  | { readonly kind: 'planned'; readonly sourceId: SourceId; readonly dryRun: DryRunView }
  | { readonly kind: 'run-entered'; readonly run: RunFacts; readonly notices: readonly string[] }
  | { readonly kind: 'progressed'; readonly progress: RunProgress }
  | { readonly kind: 'finished'; readonly end: RunEnd }
  | { readonly kind: 'report-entered'; readonly run: RunFacts }
  | { readonly kind: 'went-back'; readonly to: StepName }
  /** The engine's process died and is a new one: it knows no file and no server. */
  | { readonly kind: 'engine-restarted'; readonly problem: Failure }
  | { readonly kind: 'started-over' }

export const defaultChoice: PlanChoice = { skipExisting: false, requestsPerSecond: 10, lanes: 4 }

export const firstWizard: Wizard = { step: { kind: 'choose' }, busy: null, problem: null, target: null, version: 0 }
