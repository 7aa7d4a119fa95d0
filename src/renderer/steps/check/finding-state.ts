import type { Finding, QuestionView, ReadingDecisions } from '../../app/views.ts'

/** Which decisions settle what a finding is about. */
const settles: Readonly<Record<string, readonly (keyof ReadingDecisions)[]>> = {
  encoding: ['encoding'], delimiter: ['delimiter'], quote: ['quote'], escape: ['escape'], header: ['headerRow', 'headerRows'], preamble: ['headerRow'],
  footer: ['footerRows'], sheet: ['sheets'], hidden: ['sheets', 'hiddenRows', 'hiddenColumns'], 'merged-cells': ['mergedCells'],
}

export type FindingState = 'sure' | 'yours' | 'open'

/** Open: a question is asked about it. Yours: the operator has decided it. */
export function findingState(finding: Pick<Finding, 'about'>, decided: ReadingDecisions, questions: readonly Pick<QuestionView, 'about'>[]): FindingState {
  const keys: readonly string[] = settles[finding.about] ?? []
  if (questions.some((question) => keys.includes(question.about))) return 'open'
  return Object.keys(decided).some((key) => keys.includes(key)) ? 'yours' : 'sure'
}
