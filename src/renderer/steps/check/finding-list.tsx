import { Check, CircleHelp, UserRound } from 'lucide-react'
import type { Finding, QuestionView, ReadingDecisions } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { findingState } from './finding-state.ts'

const w = words.check
const icons = { sure: Check, yours: UserRound, open: CircleHelp } as const

interface FindingListProps {
  readonly findings: readonly Finding[]
  readonly decided: ReadingDecisions
  readonly questions: readonly QuestionView[]
}

/** Everything that was decided while reading, with its evidence; what is not sure is marked by shape, word and colour. */
export function FindingList({ findings, decided, questions }: FindingListProps) {
  if (findings.length === 0) return null
  return (
    <>
      <h2>{w.evidence}</h2>
      <ul className="evidence">
        {findings.map((finding, index) => {
          const state = findingState(finding, decided, questions)
          const Icon = icons[state]
          return (
            <li key={index} className={`is-${state}`}>
              <Icon className="icon" aria-hidden />
              <span>
                {finding.evidence}
                {state === 'open' ? <b> {w.notSure}</b> : null}
                {state === 'yours' ? <span className="faint"> {w.yours}</span> : null}
                {state !== 'yours' && finding.confidence < 0.995 ? <span className="faint"> {w.sure(Math.round(finding.confidence * 100))}</span> : null}
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
