import { expect, test } from 'vitest'
import type { DryRunView, FileToken, MappingView, ReviewView, RunEnd, RunId, RunProgress, SourceId, SourceView, TargetView } from '../app/views.ts'
import { goBack, previousStep, reachableSteps } from './go-back.ts'
import { reduceWizard } from './reduce-wizard.ts'
import { defaultChoice, firstWizard, type Step, type Wizard, type WizardEvent, type Work } from './wizard-state.ts'

const sourceId = 'source-1' as SourceId
const source: SourceView = { sourceId, file: 'a.csv', sizeBytes: 10, state: 'ready', progress: null, files: [], tables: [], questions: [] }
const work: Work = { files: [{ token: 'token-1' as FileToken, decisions: {} }], source }
const mapping: MappingView = { tables: [], fixed: {}, missing: [], applied: null }
const counts: ReviewView['counts'] = {
  rows: 3, rowsByBucket: { ready: 3, held: 0, existing: 0, excluded: 0, blank: 0 }, customers: 1, customersReady: 1, customersHeld: 0, customersExisting: 0,
  sites: 1, contacts: 1, errors: 0, warnings: 0, infos: 0,
}
const review: ReviewView = { counts, groups: [], undo: null, redo: null, recipe: [] }
const dryRun: DryRunView = { planHash: 'abc', counts, requests: { createCustomer: 1, createSite: 0 }, estimatedSeconds: 1, finalLookSeconds: 1, notices: [], since: null }
const runId = 'run-1' as RunId
const run = { runId, file: 'a.csv' }
const progress: RunProgress = {
  runId, state: 'running', phase: 'Sending', pace: { requestsPerSecond: 10, lanes: 4 }, total: 1, created: 0, existing: 0, rejected: 0, incomplete: 0, unknown: 0, duplicate: 0, checking: 0, left: 1, ratePerSecond: 0, slowedTo: null, etaSeconds: null,
  waiting: null, waitingSeconds: null, checks: [], lastProblems: [],
}
const end: RunEnd = { runId, state: 'finished', failure: null }
const target: TargetView = { kind: 'practice', label: 'Practice', difficult: false, baseUrl: '', brand: '', user: '', lists: {}, referenceReadAt: null }

const after = (events: readonly WizardEvent[], from: Wizard = firstWizard): Wizard => events.reduce(reduceWizard, from)
const at = (step: Step): Wizard => ({ ...firstWizard, step })
const planned: Step = { kind: 'plan', work, mapping, review, choice: defaultChoice, dryRun }
const importing: Step = { kind: 'import', run, notices: [], progress: null }

test('a file goes through every step to its report', () => {
  const steps: string[] = []
  const events: readonly WizardEvent[] = [
    { kind: 'opened', work }, { kind: 'mapping-read', sourceId, mapping }, { kind: 'review-read', sourceId, review }, { kind: 'plan-entered' },
    { kind: 'planned', sourceId, dryRun }, { kind: 'run-entered', run, notices: [] }, { kind: 'progressed', progress }, { kind: 'finished', end }, { kind: 'started-over' },
  ]
  events.reduce((wizard, event) => {
    const next = reduceWizard(wizard, event)
    steps.push(next.step.kind)
    return next
  }, firstWizard)
  expect(steps).toEqual(['check', 'match', 'review', 'plan', 'plan', 'import', 'import', 'report', 'choose'])
})

test('asking shows what is waited for and clears the last problem', () => {
  const failed = after([{ kind: 'failed', failure: { code: 'no-network', message: 'No network.' } }])
  expect(failed.problem?.message).toBe('No network.')
  const asking = reduceWizard(failed, { kind: 'asked', busy: 'opening' })
  expect(asking).toMatchObject({ busy: 'opening', problem: null })
})

test('a failure ends the waiting and keeps the step', () => {
  const wizard = after([{ kind: 'asked', busy: 'planning' }, { kind: 'failed', failure: { code: 'no-network', message: 'No network.' } }], at(planned))
  expect(wizard.busy).toBeNull()
  expect(wizard.step).toBe(planned)
})

test('a problem can be dismissed', () => {
  expect(after([{ kind: 'failed', failure: { code: 'internal', message: 'x' } }, { kind: 'problem-dismissed' }]).problem).toBeNull()
})

test('an answer about a file that is no longer open is dropped, and does not end the waiting for the new one', () => {
  const wizard = after([{ kind: 'opened', work }, { kind: 'asked', busy: 'mapping' }])
  const late = reduceWizard(wizard, { kind: 'mapping-read', sourceId: 'source-0' as SourceId, mapping })
  expect(late).toBe(wizard)
})

test('a mapping read again keeps the step but outdates the dry run', () => {
  const wizard = reduceWizard(at(planned), { kind: 'mapping-read', sourceId, mapping: { ...mapping, fixed: { 'site.country': 'GB' } } })
  expect(wizard.step).toMatchObject({ kind: 'plan', dryRun: null, mapping: { fixed: { 'site.country': 'GB' } } })
})

test('an edit outdates the dry run and has the rows read again', () => {
  const wizard = reduceWizard(at(planned), { kind: 'review-changed', sourceId, review })
  expect(wizard.step).toMatchObject({ kind: 'plan', dryRun: null })
  expect(wizard.version).toBe(1)
})

test('an edit that is answered after the file was left changes nothing', () => {
  const wizard = at({ kind: 'choose' })
  expect(reduceWizard(wizard, { kind: 'review-changed', sourceId, review })).toBe(wizard)
})

test('another choice or another target outdates the dry run', () => {
  const choice = { ...defaultChoice, skipExisting: true }
  expect(reduceWizard(at(planned), { kind: 'choice-changed', choice }).step).toMatchObject({ choice, dryRun: null })
  expect(reduceWizard(at(planned), { kind: 'target-read', target })).toMatchObject({ target, step: { dryRun: null } })
})

test('a plan made for another file is not taken', () => {
  const waiting = at({ ...planned, dryRun: null })
  expect(reduceWizard(waiting, { kind: 'planned', sourceId: 'source-0' as SourceId, dryRun })).toBe(waiting)
})

test('no file is opened and nothing is left while an import is running', () => {
  const wizard = at(importing)
  expect(reduceWizard(wizard, { kind: 'opened', work })).toBe(wizard)
  expect(reduceWizard(wizard, { kind: 'started-over' })).toBe(wizard)
})

test('a dropped file replaces the one that is open, from any other step', () => {
  const steps: readonly Step[] = [{ kind: 'choose' }, { kind: 'match', work, mapping }, planned, { kind: 'report', run, end: null }]
  expect(steps.map((step) => reduceWizard(at(step), { kind: 'opened', work }).step.kind)).toEqual(['check', 'check', 'check', 'check'])
})

test('progress and the end of another run are not taken for this one', () => {
  const wizard = at(importing)
  const other = 'run-2' as RunId
  expect(reduceWizard(wizard, { kind: 'progressed', progress: { ...progress, runId: other } })).toBe(wizard)
  expect(reduceWizard(wizard, { kind: 'finished', end: { ...end, runId: other } })).toBe(wizard)
})

test('progress does not have rows read again nor end another waiting', () => {
  const wizard = after([{ kind: 'asked', busy: 'saving' }, { kind: 'progressed', progress }], at(importing))
  expect(wizard).toMatchObject({ busy: 'saving', version: 0, step: { progress } })
})

test('entering a run that is shown already keeps its progress', () => {
  const wizard = at({ kind: 'import', run, notices: [], progress })
  expect(reduceWizard(wizard, { kind: 'run-entered', run, notices: [] })).toBe(wizard)
})

test('a new engine knows no file and no server, and an import that went on is interrupted', () => {
  const problem = { code: 'stopped', message: 'It stopped.' } as const
  const restarted = (step: Step): Wizard => reduceWizard({ ...at(step), target, busy: 'checking' }, { kind: 'engine-restarted', problem })
  expect(restarted(planned)).toMatchObject({ step: { kind: 'choose' }, problem, target: null, busy: null })
  expect(restarted(importing)).toMatchObject({ step: { kind: 'report', run, end: { state: 'interrupted', failure: 'It stopped.' } }, problem: null, target: null })
  expect(restarted({ kind: 'report', run, end })).toMatchObject({ step: { kind: 'report', end }, problem })
})

test('the report of an earlier run opens from the first step', () => {
  expect(reduceWizard(firstWizard, { kind: 'report-entered', run }).step).toEqual({ kind: 'report', run, end: null })
})

test('one can go back to each earlier step of the file, and nowhere after the import began', () => {
  expect(reachableSteps(planned)).toEqual(['check', 'match', 'review'])
  expect(reachableSteps({ kind: 'check', work })).toEqual([])
  expect(reachableSteps(importing)).toEqual([])
  expect(reachableSteps({ kind: 'report', run, end })).toEqual([])
  expect(previousStep(planned)).toBe('review')
  expect(previousStep({ kind: 'check', work })).toBeNull()
})

test('going back keeps what was decided and drops the dry run', () => {
  expect(goBack(planned, 'review')).toEqual({ kind: 'review', work, mapping, review, choice: defaultChoice })
  expect(goBack(planned, 'match')).toEqual({ kind: 'match', work, mapping })
  expect(goBack(planned, 'check')).toEqual({ kind: 'check', work })
})

test('going to a step that is not behind one leads nowhere', () => {
  expect(goBack(planned, 'import')).toBe(planned)
  expect(goBack(importing, 'check')).toBe(importing)
})

test('connecting ends its own waiting and no other', () => {
  expect(after([{ kind: 'asked', busy: 'connecting' }, { kind: 'target-read', target }]).busy).toBeNull()
  expect(after([{ kind: 'asked', busy: 'opening' }, { kind: 'target-read', target }]).busy).toBe('opening')
})

test('lists that come later change what is shown of the file, and take nothing away: no dry run, no problem, no other waiting', () => {
  const judged: WizardEvent = { kind: 'judged-anew', sourceId, mapping: { ...mapping, fixed: { 'site.country': 'GB' } }, review: { ...review, counts: { ...counts, errors: 5 } }, wasShown: false }
  const problem = { code: 'no-network', message: 'No network.' } as const
  const wizard = reduceWizard({ ...at(planned), busy: 'planning', problem }, judged)
  expect(wizard).toMatchObject({ busy: 'planning', problem, version: 1, step: { kind: 'plan', dryRun, mapping: { fixed: { 'site.country': 'GB' } }, review: { counts: { errors: 5 } } } })
  expect(reduceWizard(at({ kind: 'match', work, mapping }), judged).step).toMatchObject({ kind: 'match', mapping: { fixed: { 'site.country': 'GB' } } })
  expect(reduceWizard(at(planned), { ...judged, review: null }).step).toMatchObject({ review: { counts: { errors: 0 } } })
})

test('judging anew ends its own waiting, also where the file is no longer open, and no other', () => {
  const judged = { kind: 'judged-anew', sourceId, mapping, review, wasShown: true } as const
  expect(reduceWizard({ ...at(planned), busy: 'checking' }, judged).busy).toBeNull()
  expect(reduceWizard({ ...at(planned), busy: 'checking' }, { ...judged, wasShown: false }).busy).toBe('checking')
  expect(reduceWizard({ ...at(planned), busy: 'saving' }, judged).busy).toBe('saving')
  expect(reduceWizard({ ...at({ kind: 'choose' }), busy: 'checking' }, judged)).toMatchObject({ busy: null, step: { kind: 'choose' } })
})

test('a file that is still being read shows its rows so far, and is whole at its end', () => {
  const table = { file: 'a.csv', sheet: null, headerRow: 1, headers: ['A'], rows: 10, columns: 1, preamble: [], footer: [] }
  const reading: SourceView = { ...source, state: 'reading', progress: { rows: 10, share: 0.1 }, tables: [table] }
  const opened = after([{ kind: 'opened', work: { ...work, source: reading } }])
  const later = reduceWizard(opened, { kind: 'source-progressed', event: { sourceId, progress: { rows: 500, share: 0.5 }, rows: [500] } })
  expect(later.step).toMatchObject({ kind: 'check', work: { source: { progress: { rows: 500 }, tables: [{ rows: 500 }] } } })
  expect(later.version).toBe(opened.version)
  const ready = reduceWizard(later, { kind: 'source-ready', source })
  expect(ready.step).toMatchObject({ work: { files: work.files, source: { state: 'ready' } } })
  expect(ready.version).toBe(later.version + 1)
  expect(reduceWizard(ready, { kind: 'source-progressed', event: { sourceId, progress: { rows: 1, share: 0.1 }, rows: [1] } }).step).toBe(ready.step)
})

test('a file that turns out not to be readable leads back to choosing one, with the reason; one that is no longer open does not', () => {
  const failure = { code: 'unclosed-quote', message: 'A quote is opened and never closed.' } as const
  const opened = after([{ kind: 'opened', work }])
  expect(reduceWizard(opened, { kind: 'source-failed', sourceId, failure })).toMatchObject({ step: { kind: 'choose' }, problem: failure })
  expect(reduceWizard(opened, { kind: 'source-failed', sourceId: 'other' as SourceId, failure })).toBe(opened)
})
