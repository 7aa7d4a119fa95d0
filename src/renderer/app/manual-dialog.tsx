import { ChevronRight } from 'lucide-react'
import { Button as PlainButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { manual, type ManualSection } from '#shared/wording/manual.ts'
import { Button } from '../ui/button.tsx'
import { DialogBox } from '../ui/dialog-box.tsx'
import { words } from './wording.ts'

const w = words.help

/** The manual, a section at a time: the titles alone are its table of contents. */
export function ManualDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <DialogBox title={w.manual} width="wide" isOpen={isOpen} onClose={onClose} actions={<Button onPress={onClose}>{words.close}</Button>}>
      <div className="manual">{manual.map((section, index) => <Section key={section.title} section={section} isOpen={index === 0} />)}</div>
    </DialogBox>
  )
}

function Section({ section, isOpen }: { readonly section: ManualSection; readonly isOpen: boolean }) {
  const { title, text, terms, end } = section
  return (
    <Disclosure className="manual-section" defaultExpanded={isOpen}>
      <Heading level={3}><PlainButton slot="trigger" className="manual-title"><ChevronRight className="icon" aria-hidden />{title}</PlainButton></Heading>
      <DisclosurePanel className="manual-panel">
        {text.map((line) => <p key={line}>{line}</p>)}
        {terms.length === 0 ? null : <dl>{terms.map(({ term, text: said }) => <div key={term}><dt>{term}</dt><dd>{said}</dd></div>)}</dl>}
        {end === undefined ? null : <p>{end}</p>}
      </DisclosurePanel>
    </Disclosure>
  )
}
