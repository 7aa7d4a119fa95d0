import { goBack } from './go-back.ts'
import type { Failure } from '#core/model/result.ts'
import { isReturned } from '#core/model/added-columns.ts'
import type { SourceProgressed } from '../app/views.ts'
import { defaultChoice, type PlanChoice, type Step, type Wizard, type WizardEvent, type Work } from './wizard-state.ts'

/**
 * The whole wizard as one pure function. An event that does not fit the step (a late answer about a file that is no longer
 * open, progress of another run) leaves the step as it is.
 */
export function reduceWizard(wizard: Wizard, event: WizardEvent): Wizard {
  switch (event.kind) {
    case 'asked':
      return { ...wizard, busy: event.busy, problem: null }
    case 'answered':
      return { ...wizard, busy: null }
    case 'runs-changed':
      return { ...wizard, busy: null, version: wizard.version + 1 }
    case 'failed':
      return { ...wizard, busy: null, problem: event.failure }
    case 'problem-dismissed':
      return { ...wizard, problem: null }
    case 'target-read':
      // The answer to connecting must not end another waiting that began meanwhile.
      return { ...wizard, busy: wizard.busy === 'connecting' ? null : wizard.busy, target: event.target, step: withoutDryRun(wizard.step) }
    case 'engine-restarted':
      return restart(wizard, event.problem)
    case 'source-progressed':
      return { ...wizard, step: readOn(wizard.step, event.event) }
    case 'source-failed':
      return isOf(wizard.step, event.sourceId) ? { ...wizard, busy: null, problem: event.failure, step: { kind: 'choose' } } : wizard
    case 'judged-anew':
      return judgeAnew(wizard, event)
    case 'opened':
    case 'source-ready':
    case 'mapping-read':
    case 'review-read':
    case 'review-changed':
    case 'plan-entered':
    case 'choice-changed':
    case 'planned':
    case 'run-entered':
    case 'progressed':
    case 'finished':
    case 'report-entered':
    case 'went-back':
    case 'started-over':
      return settle(wizard, reduceStep(wizard.step, event))
  }
}

type StepEvent = Exclude<WizardEvent, { kind: 'asked' | 'answered' | 'runs-changed' | 'failed' | 'problem-dismissed' | 'target-read' | 'source-progressed' | 'source-failed' | 'engine-restarted' | 'judged-anew' }>

// Same step object: the event did not fit. A new one: an answer arrived, so nothing is waited for, and rows may have changed.
function settle(wizard: Wizard, step: Step): Wizard {
  if (step === wizard.step) return wizard
  const quiet = step.kind === 'import' && wizard.step.kind === 'import'
  return { ...wizard, step, busy: quiet ? wizard.busy : null, version: quiet ? wizard.version : wizard.version + 1 }
}

function reduceStep(step: Step, event: StepEvent): Step {
  switch (event.kind) {
    case 'opened':
      return mayReplaceFile(step) ? { kind: 'check', work: event.work } : step
    case 'source-ready':
      return step.kind === 'check' && isOf(step, event.source.sourceId) ? { kind: 'check', work: { ...step.work, source: event.source } } : step
    case 'mapping-read':
      return readMapping(step, event)
    case 'review-read':
      return readReview(step, event)
    case 'review-changed':
      return isOf(step, event.sourceId) && (step.kind === 'review' || step.kind === 'plan')
        ? { ...withoutDryRun(step), review: event.review }
        : step
    case 'plan-entered':
      return step.kind === 'review' ? { ...step, kind: 'plan', dryRun: null } : step
    case 'choice-changed':
      return step.kind === 'plan' ? { ...step, choice: event.choice, dryRun: null } : step
    case 'planned':
      return step.kind === 'plan' && isOf(step, event.sourceId) ? { ...step, dryRun: event.dryRun } : step
    case 'went-back':
      return goBack(step, event.to)
    case 'started-over':
      return step.kind === 'import' ? step : { kind: 'choose' }
    case 'run-entered':
    case 'progressed':
    case 'finished':
    case 'report-entered':
      return reduceRun(step, event)
  }
}

type RunEvent = Extract<StepEvent, { kind: 'run-entered' | 'progressed' | 'finished' | 'report-entered' }>

function reduceRun(step: Step, event: RunEvent): Step {
  switch (event.kind) {
    case 'run-entered':
      return step.kind === 'import' && step.run.runId === event.run.runId ? step : { kind: 'import', run: event.run, notices: event.notices, progress: null }
    case 'progressed':
      return step.kind === 'import' && step.run.runId === event.progress.runId ? { ...step, progress: event.progress } : step
    case 'finished':
      return step.kind === 'import' && step.run.runId === event.end.runId ? { kind: 'report', run: step.run, end: event.end } : step
    case 'report-entered':
      return { kind: 'report', run: event.run, end: null }
  }
}

/** Nothing of a file is left in the new engine. An import that went on stands in the journal: it is shown as interrupted. */
function restart(wizard: Wizard, problem: Failure): Wizard {
  const { step } = wizard
  const fresh = { ...wizard, busy: null, target: null, version: wizard.version + 1 }
  if (step.kind === 'import') {
    return { ...fresh, problem: null, step: { kind: 'report', run: step.run, end: { runId: step.run.runId, state: 'interrupted', failure: problem.message } } }
  }
  return { ...fresh, problem, step: 'work' in step ? { kind: 'choose' } : step }
}

/** More rows of a file that is being read. Nothing else changes: what is on the screen stays there. */
function readOn(step: Step, { sourceId, progress, rows }: SourceProgressed): Step {
  if (step.kind !== 'check' || !isOf(step, sourceId) || step.work.source.state === 'ready') return step
  const { source } = step.work
  const tables = source.tables.map((table, index) => ({ ...table, rows: rows[index] ?? table.rows }))
  return { ...step, work: { ...step.work, source: { ...source, progress, tables } } }
}

function readMapping(step: Step, event: Extract<StepEvent, { kind: 'mapping-read' }>): Step {
  if (!isOf(step, event.sourceId)) return step
  if (step.kind === 'check') return { kind: 'match', work: step.work, mapping: event.mapping }
  return 'mapping' in step ? { ...withoutDryRun(step), mapping: event.mapping } : step
}

function readReview(step: Step, event: Extract<StepEvent, { kind: 'review-read' }>): Step {
  if (!isOf(step, event.sourceId)) return step
  if (step.kind === 'match') {
    return { kind: 'review', work: step.work, mapping: step.mapping, review: event.review, choice: choiceFor(step.work) }
  }
  return 'review' in step ? { ...withoutDryRun(step), review: event.review } : step
}

/** It takes nothing away: what was planned meanwhile was planned with the same lists, and another waiting goes on. */
function judgeAnew(wizard: Wizard, { sourceId, mapping, review, wasShown }: Extract<WizardEvent, { kind: 'judged-anew' }>): Wizard {
  const { step } = wizard
  const ended = wasShown && wizard.busy === 'checking' ? { ...wizard, busy: null } : wizard
  if (!isOf(step, sourceId) || !('mapping' in step)) return ended
  const judged: Step = 'review' in step ? { ...step, mapping, review: review ?? step.review } : { ...step, mapping }
  return { ...ended, step: judged, version: wizard.version + 1 }
}

function isOf(step: Step, sourceId: string): boolean {
  return 'work' in step && step.work.source.sourceId === sourceId
}

/** A dry run is true only for the file, matching, target and choice it was made with. */
function withoutDryRun<S extends Step>(step: S): S {
  return step.kind === 'plan' && step.dryRun !== null ? { ...step, dryRun: null } : step
}

/** A file may be opened at any time but while one is being imported. */
export function mayReplaceFile(step: Step): boolean {
  return step.kind !== 'import'
}

/** Most of what comes back from an earlier import is on the server already, and is passed over. */
function choiceFor({ source }: Work): PlanChoice {
  return { ...defaultChoice, skipExisting: source.tables.some(({ headers }) => isReturned(headers)) }
}
