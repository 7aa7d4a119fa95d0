import { words } from './wording.ts'
import { fail } from '#core/model/result.ts'
import { ask, type Desk } from './asking.ts'
import type { ChosenFile, FileToOpen, FileToken, ReadingDecisions, SourceId } from './views.ts'

export type ExampleName = 'clean' | 'broken' | 'large'

const mostFiles = 20

const undecided = (token: FileToken): FileToOpen => ({ token, decisions: {} })

/** Opening, re-reading and leaving files. */
export function fileActions(desk: Desk) {
  const { client, now, tell } = desk

  // A large file is shown while it is still being read: what comes at its end, or instead of it, is told when it is there.
  const readOn = async (sourceId: SourceId): Promise<void> => {
    const answer = await client.source.ready({ sourceId }).catch(() => fail('internal', words.bug))
    tell(answer.ok ? { kind: 'source-ready', source: answer.value } : { kind: 'source-failed', sourceId, failure: answer.failure })
  }
  const open = async (files: readonly FileToOpen[]): Promise<void> => {
    const before = now().step
    const opened = await ask(desk, 'opening', () => client.source.open({ files: [...files] }))
    if (opened === null) return
    tell({ kind: 'opened', work: { files, source: opened.value } })
    void client.files.opened({ tokens: files.map(({ token }) => token) })
    if (opened.value.state === 'reading') void readOn(opened.value.sourceId)
    // The engine keeps a file open until it is told; a re-read that kept its id is still the same file.
    if ('work' in before && before.work.source.sourceId !== opened.value.sourceId) void client.source.close({ sourceId: before.work.source.sourceId })
  }

  const openChosen = (files: readonly ChosenFile[]): Promise<void> => open(files.map(({ token }) => undecided(token)))

  return {
    openChosen,
    async chooseFile(): Promise<void> {
      const chosen = await ask(desk, 'opening', () => client.files.choose({}))
      if (chosen === null) return
      if (chosen.value.length === 0) tell({ kind: 'answered' })
      else await openChosen(chosen.value)
    },
    async openExample(name: ExampleName): Promise<void> {
      const chosen = await ask(desk, 'opening', () => client.files.example({ name }))
      if (chosen !== null) await openChosen([chosen.value])
    },
    async openRecent(id: string): Promise<void> {
      const chosen = await ask(desk, 'opening', () => client.files.reopen({ id }))
      if (chosen !== null) await openChosen(chosen.value)
    },
    refuseFile: (): void => tell({ kind: 'failed', failure: { code: 'already-running', message: words.drop.refused } }),
    async openDropped(files: readonly File[]): Promise<void> {
      if (files.length > mostFiles) return tell({ kind: 'failed', failure: { code: 'bad-usage', message: words.drop.tooMany(mostFiles) } })
      const dropped = await window.bridge.drop(files)
      if (dropped.length === 0) return
      await openChosen(dropped.map(({ token, name }) => ({ token: token as FileToken, name })))
    },
    /** Reads the files again with something decided about one of them. */
    async reread(file: number, decisions: ReadingDecisions): Promise<void> {
      const { step } = now()
      if (step.kind !== 'check') return
      await open(step.work.files.map((each, index) => (index === file ? { ...each, decisions: { ...each.decisions, ...decisions } } : each)))
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
