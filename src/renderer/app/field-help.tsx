import { describeRequired, describeType, limitCertainty } from '#core/catalogue/describe-field.ts'
import { exampleOf } from '#core/catalogue/example-of.ts'
import { customFieldOf, findField } from '#core/catalogue/index.ts'
import type { FieldEntry } from '#core/model/field.ts'
import { parseTarget } from '#core/model/mapping.ts'
import { HelpButton } from '../ui/help-button.tsx'
import { describeTarget } from './field-groups.ts'
import { words } from './wording.ts'

const w = words.fieldHelp

/** What the catalogue says of a field: what it is, what it may hold, an example, whether it is needed, and how sure all of that is. */
export function FieldHelp({ target }: { readonly target: string }) {
  const field = parseTarget(target)?.field ?? target
  const entry = findField(field)
  if (entry === null && customFieldOf(field) === null) return null
  const title = describeTarget(target)
  const help = entry === null ? customHelp : helpOf(entry)
  return (
    <HelpButton label={w.button(title)} title={title}>
      <p>{help.about}</p>
      <dl className="help-facts">{help.facts.map(([name, text]) => <div key={name}><dt>{name}</dt><dd>{text}</dd></div>)}</dl>
    </HelpButton>
  )
}

interface Help {
  readonly about: string
  readonly facts: readonly (readonly [string, string])[]
}

const customHelp: Help = { about: w.custom, facts: [[w.holds, w.customHolds], [w.needed, w.customNeeded], [w.source, w.certainty.unknown]] }

function helpOf(entry: FieldEntry): Help {
  const example = exampleOf(entry)
  const limits = limitCertainty(entry.type)
  return {
    about: entry.help,
    facts: [
      [w.holds, describeType(entry.type)],
      ...(example === null ? [] : [[w.example, example] as const]),
      [w.needed, describeRequired(entry)],
      [w.source, limits === null || limits === entry.certainty ? w.certainty[entry.certainty] : `${w.certainty[entry.certainty]} ${w.limits[limits]}`],
      ...(entry.apiPath.length === 0 ? [] : [[w.name, entry.apiPath.join('.')] as const]),
    ],
  }
}
