import { FileDown, Ban } from 'lucide-react'
import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { mayReplaceFile } from '../wizard/reduce-wizard.ts'
import { useReceive } from './arriving-files.tsx'
import { useSession } from './session.ts'
import { words } from './wording.ts'

/** The whole window takes files. */
export function DropWindow({ children }: { readonly children: ReactNode }) {
  const { wizard, act } = useSession()
  const receive = useReceive()
  const [isOver, setOver] = useState(false)
  // dragenter and dragleave also fire for every child that is crossed: count them.
  const depth = useRef(0)
  const isAllowed = mayReplaceFile(wizard.step)

  const cross = (by: number) => (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    depth.current = Math.max(0, depth.current + by)
    setOver(depth.current > 0)
  }
  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = isAllowed ? 'copy' : 'none'
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    depth.current = 0
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) receive(() => act.openDropped(files))
  }
  return (
    <div className="drop-window" onDragEnter={cross(1)} onDragLeave={cross(-1)} onDragOver={onDragOver} onDrop={onDrop}>
      {children}
      {isOver ? <DropSign isAllowed={isAllowed} /> : null}
    </div>
  )
}

function DropSign({ isAllowed }: { readonly isAllowed: boolean }) {
  return (
    <div className={`drop-sign${isAllowed ? '' : ' is-refused'}`} role="status">
      <div className="drop-card">
        {isAllowed ? <FileDown aria-hidden /> : <Ban aria-hidden />}
        <b>{isAllowed ? words.drop.title : words.drop.refused}</b>
        {isAllowed ? <span>{words.drop.detail}</span> : null}
      </div>
    </div>
  )
}
