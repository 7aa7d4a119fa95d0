import { reduceWizard } from './reduce-wizard.ts'
import { firstWizard, type Wizard, type WizardEvent } from './wizard-state.ts'

export interface WizardStore {
  /** The state as it is now, not as it was last drawn: actions decide by it after waiting. */
  readonly get: () => Wizard
  readonly tell: (event: WizardEvent) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function makeWizardStore(): WizardStore {
  let wizard = firstWizard
  const listeners = new Set<() => void>()
  return {
    get: () => wizard,
    tell: (event) => {
      wizard = reduceWizard(wizard, event)
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
