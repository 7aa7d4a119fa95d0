import { ArrowRight } from 'lucide-react'
import { startTransition, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useSession } from '../../app/session.ts'
import type { IssueView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { LedgerBar } from '../../ui/ledger-bar.tsx'
import type { Step } from '../../wizard/wizard-state.ts'
import { BackButton } from '../back-button.tsx'
import { CustomersPane } from '../customers/customers-pane.tsx'
import { rowParts } from '../ledger-parts.ts'
import { StepPage } from '../step-page.tsx'
import { RecipeBanner } from './recipe-banner.tsx'
import { RowsPane } from './rows-pane.tsx'
import { UndoTools } from './undo-tools.tsx'
import { useIssueJump } from './use-issue-jump.ts'

const w = words.review

export function ReviewData({ step }: { readonly step: Extract<Step, { kind: 'review' }> }) {
  const { wizard, act } = useSession()
  const { counts } = step.review
  const [tab, setTab] = useState('rows')
  const [said, setSaid] = useState('')
  const { sourceId } = step.work.source
  const place = useIssueJump(sourceId)
  const goToIssue = (issue: IssueView): void => {
    setTab('rows')
    void place.jump(issue)
  }
  const note = w.summary(counts)
  return (
    <StepPage title={words.stepTitles.review} isFilled back={<BackButton />} note={note}
      aside={<LedgerBar whole={w.rowsInFile} total={counts.rows} parts={rowParts(counts)} />}
      next={<Button look="primary" isDisabled={wizard.busy !== null} onPress={act.enterPlan} iconAtEnd icon={<ArrowRight className="icon" aria-hidden />}>{w.next}</Button>}>
      <RecipeBanner recipe={step.review.recipe} />
      {/* Beside the tabs and not among them: what stands in them is drawn a second time, to be counted, and would hear each key twice. */}
      <div className="beside-tabs">
        <span role="status" className="mend-said">{said}</span>
        <UndoTools sourceId={sourceId} review={step.review} />
      </div>
      {/* Another tab is drawn in slices, as another page is. */}
      <Tabs className="tabs" selectedKey={tab} onSelectionChange={(key) => startTransition(() => setTab(String(key)))}>
        <TabList className="tab-list" aria-label={words.stepTitles.review}>
          <Tab id="rows" className="tab">{w.rowsTab}</Tab>
          <Tab id="customers" className="tab">{w.customersTab}</Tab>
        </TabList>
        <TabPanel id="rows" className="tab-panel" shouldForceMount>
          <RowsPane step={step} place={place} onSaid={setSaid} />
        </TabPanel>
        <TabPanel id="customers" className="tab-panel">
          <CustomersPane sourceId={sourceId} view="tree" onIssue={goToIssue} />
        </TabPanel>
      </Tabs>
    </StepPage>
  )
}
