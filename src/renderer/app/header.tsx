import { FileSpreadsheet } from 'lucide-react'
import { fileOf } from '../wizard/file-of.ts'
import { HelpMenu } from './help-menu.tsx'
import { useSession } from './session.ts'
import { TargetBadge } from './target-badge.tsx'
import { words } from './wording.ts'

export function Header({ onTarget }: { readonly onTarget: () => void }) {
  const { wizard } = useSession()
  const file = fileOf(wizard.step)
  return (
    <header className="header">
      <svg className="logo" viewBox="0 0 28 28" aria-hidden>
        <rect x="1" y="17" width="6" height="10" rx="1.5" /><rect x="11" y="10" width="6" height="17" rx="1.5" /><rect x="21" y="1" width="6" height="26" rx="1.5" />
      </svg>
      <span className="product">{words.product}</span>
      {file === null ? null : <span className="open-file"><FileSpreadsheet className="icon" aria-hidden /><span>{file}</span></span>}
      <span className="spring" />
      <TargetBadge onPress={onTarget} />
      <HelpMenu />
    </header>
  )
}
