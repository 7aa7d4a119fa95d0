import { FileSpreadsheet, FileUp } from 'lucide-react'
import { useSession } from '../../app/session.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { StepPage } from '../step-page.tsx'
import { DamagedRuns } from './damaged-runs.tsx'
import { EarlierRuns, UnfinishedRuns } from './earlier-runs.tsx'
import { RecentFiles } from './recent-files.tsx'
import { TourOffer } from './tour-offer.tsx'
import { useRuns } from './use-runs.ts'

const w = words.choose
const examples = ['clean', 'broken', 'large'] as const

export function ChooseFile() {
  const { wizard, act } = useSession()
  const known = useRuns()
  // A file can be chosen while the program still connects: nothing on this page needs the server.
  const isBusy = wizard.busy !== null && wizard.busy !== 'connecting'
  return (
    <StepPage title={w.title}>
      <p className="lead">{w.lead}</p>
      <TourOffer isBusy={isBusy} known={known} />
      <DamagedRuns damaged={known.damaged} />
      <UnfinishedRuns known={known} />
      <div className="choose">
        <section className="choose-drop">
          <FileUp aria-hidden className="choose-picture" />
          <Button look="primary" isDisabled={isBusy} onPress={() => void act.chooseFile()}>{w.button}</Button>
          <p className="faint">{w.kinds}</p>
        </section>
        <section className="choose-side" aria-label={w.examples}>
          <h2>{w.examples}</h2>
          {examples.map((name) => (
            <div key={name} className="choose-line">
              <Button look="quiet" isDisabled={isBusy} icon={<FileSpreadsheet className="icon" aria-hidden />} onPress={() => void act.openExample(name)}>{w.example[name]}</Button>
              <span className="faint">{w.exampleHelp[name]}</span>
            </div>
          ))}
          <hr />
          <div className="choose-line">
            <Button look="quiet" isDisabled={isBusy} icon={<FileSpreadsheet className="icon" aria-hidden />} onPress={() => void act.saveTemplate()}>{w.template}</Button>
            <span className="faint">{w.templateHelp}</span>
          </div>
        </section>
      </div>
      <RecentFiles isBusy={isBusy} />
      <EarlierRuns known={known} />
    </StepPage>
  )
}
