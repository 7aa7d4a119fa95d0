import { Check, CircleHelp } from 'lucide-react'
import { useState } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, type Selection } from 'react-aria-components'
import { useWindowKey } from '../ui/use-window-key.ts'
import { mayReplaceFile } from '../wizard/reduce-wizard.ts'
import { useReceive } from './arriving-files.tsx'
import { useComfort } from './comfort.ts'
import { ManualDialog } from './manual-dialog.tsx'
import { useSession } from './session.ts'
import { words } from './wording.ts'

const w = words.help
const colours = ['system', 'light', 'dark'] as const

/** In sight on every page: the manual, the tour, and how the window looks. */
export function HelpMenu() {
  const { wizard, act } = useSession()
  const { settings, change, startTour } = useComfort()
  const receive = useReceive()
  const [isManualOpen, setManualOpen] = useState(false)
  useWindowKey(({ key }) => {
    if (key !== w.manualKey) return false
    setManualOpen(true)
    return true
  })
  const mark = <Check className="icon list-check" aria-hidden />
  const start = (): void => receive(() => {
    startTour()
    return act.openExample('broken')
  })
  const chosen = (selection: Selection): string | undefined => (selection === 'all' ? undefined : String([...selection][0]))
  return (
    <><MenuTrigger>
      <Button className="button is-quiet is-icon" aria-label={w.button}><CircleHelp className="icon" aria-hidden /></Button>
      <Popover className="popover" placement="bottom end" offset={6}>
        <Menu className="list-box" aria-label={w.button} disabledKeys={mayReplaceFile(wizard.step) && wizard.busy === null ? [] : ['tour']}>
          <MenuItem id="manual" className="list-item" textValue={w.manual} onAction={() => setManualOpen(true)}><span aria-hidden /><span className="with-key">{w.manual}<kbd className="key">{w.manualKey}</kbd></span></MenuItem>
          <MenuItem id="tour" className="list-item" textValue={w.tour} onAction={start}><span aria-hidden />{w.tour}</MenuItem>
          <MenuSection selectionMode="single" disallowEmptySelection selectedKeys={[settings.colours]} onSelectionChange={(keys) => change({ colours: colours.find((each) => each === chosen(keys)) ?? 'system' })}>
            <Header className="list-header">{w.colours}</Header>
            {colours.map((each) => <MenuItem key={each} id={each} className="list-item" textValue={w.colourChoices[each]}>{mark}{w.colourChoices[each]}</MenuItem>)}
          </MenuSection>
          <MenuSection selectionMode="multiple" selectedKeys={settings.contrast === 'more' ? ['more'] : []} onSelectionChange={(keys) => change({ contrast: chosen(keys) === 'more' ? 'more' : 'system' })}>
            <Header className="list-header">{w.contrast}</Header>
            <MenuItem id="more" className="list-item" textValue={w.moreContrast}>{mark}{w.moreContrast}</MenuItem>
          </MenuSection>
        </Menu>
        <p className="menu-note">{w.zoom}</p>
      </Popover>
    </MenuTrigger>
    <ManualDialog isOpen={isManualOpen} onClose={() => setManualOpen(false)} /></>
  )
}
