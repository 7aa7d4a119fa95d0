import { CircleAlert, X } from 'lucide-react'
import { useState } from 'react'
import { findField } from '#core/catalogue/index.ts'
import { FieldHelp } from '../../app/field-help.tsx'
import { describeTarget } from '../../app/field-groups.ts'
import { useSession } from '../../app/session.ts'
import type { MappingView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { FillDown } from './fill-down.tsx'
import { FieldPicker } from './field-picker.tsx'
import { FixedValue } from './fixed-value.tsx'
import { ReferenceAge } from './reference-age.tsx'

const w = words.match

/** Fields that no column fills: the required ones that are missing first, then what has been given one value for all. */
export function FixedFields({ mapping }: { readonly mapping: MappingView }) {
  const { act } = useSession()
  // Fields stay in the list in the order they came: giving a value must not make its box jump to another place.
  const [kept, setKept] = useState<readonly string[]>([])
  const current = [...mapping.missing.map((one) => one.field), ...Object.keys(mapping.fixed)]
  const fields = [...kept, ...current.filter((field) => !kept.includes(field))]
  const missing = new Set(mapping.missing.map((one) => one.field))
  const add = (field: string): void => setKept([...new Set([...fields, field])])
  const set = (field: string, text: string | null): void => {
    add(field)
    void act.setFixed(field, text)
  }
  const remove = (field: string): void => {
    setKept(fields.filter((one) => one !== field))
    if (field in mapping.fixed) void act.setFixed(field, null)
  }
  return (
    <section className="lacks" aria-label={w.lacks}>
      <h2>{w.lacks}</h2>
      <p className="faint">{w.lacksHelp}</p>
      {missing.size === 0 ? <p className="all-there">{w.noneMissing}</p> : null}
      <ul className="lacks-list">
        {fields.map((field) => {
          const label = findField(field)?.label ?? field
          const isMissing = missing.has(field)
          return (
            <li key={field} className={isMissing ? 'is-missing' : ''}>
              <div className="lacks-head">
                <span className="lacks-name"><b>{describeTarget(field)}</b><FieldHelp target={field} /></span>
                {isMissing
                  ? <span className="status is-error"><CircleAlert className="icon" aria-hidden />{w.missing}</span>
                  : <Button look="quiet" size="small" icon={<X className="icon" aria-hidden />} aria-label={w.removeFixed(label)} onPress={() => remove(field)} />}
              </div>
              <FixedValue field={field} value={mapping.fixed[field] ?? ''} onSet={(text) => set(field, text)} />
            </li>
          )
        })}
      </ul>
      <FieldPicker label={w.addFixed} value={null} header="" text={w.addFixed} onPick={add} />
      <ReferenceAge />
      <FillDown tables={mapping.tables} />
    </section>
  )
}
