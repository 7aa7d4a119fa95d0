import { stepNames, type Step, type StepName } from './wizard-state.ts'

/** Steps that the stepper offers as links: earlier ones of the same file. After the import has begun there is no way back. */
export function reachableSteps(step: Step): readonly StepName[] {
  if (step.kind === 'import' || step.kind === 'report') return []
  return stepNames.slice(1, stepNames.indexOf(step.kind))
}

/** The earlier step with what it needs of the later one; the same step when there is no such way. */
export function goBack(step: Step, to: StepName): Step {
  if (!reachableSteps(step).includes(to)) return step
  if (to === 'check' && 'work' in step) return { kind: 'check', work: step.work }
  if (to === 'match' && 'mapping' in step) return { kind: 'match', work: step.work, mapping: step.mapping }
  if (to === 'review' && 'review' in step) {
    return { kind: 'review', work: step.work, mapping: step.mapping, review: step.review, choice: step.choice }
  }
  return step
}

export function previousStep(step: Step): StepName | null {
  return reachableSteps(step).at(-1) ?? null
}
