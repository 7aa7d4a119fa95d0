import { words } from './wording.ts'
import { mayReplaceFile } from '../wizard/reduce-wizard.ts'
import type { ReadChoice } from '../wizard/wizard-state.ts'
import { ask, type Desk } from './asking.ts'
import type { FileToken } from './views.ts'

export type ExampleName = 'clean' | 'broken' | 'large'

/** Opening, re-reading and leaving files. */
export function fileActions(desk: Desk) {
  const { client, now, tell } = desk

  const open = async (token: FileToken, choice: ReadChoice): Promise<void> => {
    const before = now().step
    const opened = await ask(desk, 'opening', () => client.source.open({ token, ...choice }))
    if (opened === null) return
    tell({ kind: 'opened', work: { token, choice, source: opened.value } })
    // The engine keeps a file open until it is told; a re-read that kept its id is still the same file.
    if ('work' in before && before.work.source.sourceId !== opened.value.sourceId) void client.source.close({ sourceId: before.work.source.sourceId })
  }

  return {
    async chooseFile(): Promise<void> {
      const chosen = await ask(desk, 'opening', () => client.files.choose({}))
      if (chosen === null) return
      if (chosen.value === null) tell({ kind: 'answered' })
      else await open(chosen.value.token, {})
    },
    async openExample(name: ExampleName): Promise<void> {
      const chosen = await ask(desk, 'opening', () => client.files.example({ name }))
      if (chosen !== null) await open(chosen.value.token, {})
    },
    async openDropped(files: readonly File[]): Promise<void> {
      if (!mayReplaceFile(now().step)) return tell({ kind: 'failed', failure: { code: 'already-running', message: words.drop.refused } })
      const [dropped] = await window.bridge.drop(files)
      if (dropped === undefined) return
      await open(dropped.token as FileToken, {})
    },
    async reread(choice: ReadChoice): Promise<void> {
      const { step } = now()
      if (step.kind === 'check') await open(step.work.token, { ...step.work.choice, ...choice })
    },
    async saveTemplate(): Promise<void> {
      const place = await ask(desk, 'saving', () => client.files.chooseSave({ suggestedName: 'elevate-onboarding-template.xlsx', kind: 'template' }))
      if (place === null) return
      const { value } = place
      if (value === null || (await ask(desk, 'saving', () => client.report.template({ token: value.token }))) !== null) tell({ kind: 'answered' })
    },
    startOver: (): void => {
      const { step } = now()
      if ('work' in step) void client.source.close({ sourceId: step.work.source.sourceId })
      tell({ kind: 'started-over' })
    },
  }
}
