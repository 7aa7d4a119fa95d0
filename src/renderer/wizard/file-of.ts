import type { Step } from './wizard-state.ts'

/** Name of the file the step is about; null before one is chosen. */
export function fileOf(step: Step): string | null {
  if ('work' in step) return step.work.source.file
  return 'run' in step ? step.run.file : null
}
