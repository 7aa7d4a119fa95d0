import { words } from '../../app/wording.ts'
import type { SourceView } from '../../app/views.ts'
import { ReadingQuestion } from './reading-question.tsx'

const w = words.question

/** What the file leaves open, each with its readings side by side. */
export function ReadingQuestions({ source }: { readonly source: SourceView }) {
  const { questions, files } = source
  return (
    <section className="questions" aria-label={w.title}>
      <p className="questions-why">{w.why}</p>
      {questions.map((question, index) => (
        <ReadingQuestion key={`${question.file}:${question.sheet ?? ''}:${question.about}`} question={question}
          number={questions.length > 1 ? w.of(index + 1, questions.length) : null}
          place={[...(files.length > 1 ? [files[question.file]?.name ?? ''] : []), ...(question.sheet === null ? [] : [question.sheet])].join(', ')} />
      ))}
    </section>
  )
}
