import { BookmarkCheck, TriangleAlert } from 'lucide-react'
import type { ReviewView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'

/** What the fixes of the saved mapping did to this file; the first that could do nothing about something says so with a sign. */
export function RecipeBanner({ recipe }: Pick<ReviewView, 'recipe'>) {
  if (recipe.length === 0) return null
  const hasLeft = recipe.some(({ left }) => left > 0)
  return (
    <section className={`applied${hasLeft ? ' has-drift' : ''}`} aria-label={words.mend.recipe}>
      {hasLeft ? <TriangleAlert className="icon" aria-hidden /> : <BookmarkCheck className="icon" aria-hidden />}
      <details>
        <summary><b>{words.mend.recipe}</b></summary>
        <ul>{recipe.map((line, index) => <li key={index}>{words.mend.recipeLine(line)}</li>)}</ul>
      </details>
    </section>
  )
}
