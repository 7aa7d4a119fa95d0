import { Copy, Eraser, PenLine } from 'lucide-react'
import { useState } from 'react'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { backToGrid } from '../../ui/grid/back-to-grid.ts'
import { sizeOf, type CellRange } from '../../ui/grid/cell-range.ts'
import type { RangeWork } from '../../ui/grid/grid-types.ts'
import { TextBox } from '../../ui/text-box.tsx'

const w = words.review.range

/** What can be done with more than one cell. As high as the inspector of one cell, so that nothing jumps. */
export function RangeInspector({ range, work }: { readonly range: CellRange; readonly work: RangeWork }) {
  const [text, setText] = useState('')
  const copy = (): void => {
    const found = work.copy(range)
    if (typeof found !== 'string') void found.then((late) => { if (late !== null) writeOut(late) })
    else writeOut(found)
  }
  const fill = (): void => {
    backToGrid()
    work.fill(range, text)
  }
  const empty = (): void => {
    backToGrid()
    work.empty(range)
  }
  return (
    <section className="inspector is-range" aria-label={words.review.cell}>
      <div className="inspector-head">
        <b className="range-size">{w.short(sizeOf(range).rows, sizeOf(range).columns)}</b>
        <TextBox label={w.text} hidesLabel placeholder={w.text} value={text} onChange={setText} onEnter={fill} />
        <Button size="small" onPress={fill} icon={<PenLine className="icon" aria-hidden />}>{w.fill}</Button>
        <Button size="small" look="quiet" onPress={empty} icon={<Eraser className="icon" aria-hidden />}>{w.empty}</Button>
        <Button size="small" look="quiet" onPress={copy} icon={<Copy className="icon" aria-hidden />}>{w.copy}</Button>
      </div>
      <div className="inspector-body"><p className="faint">{w.help}</p></div>
    </section>
  )
}

/** Without the grid's own copy event, for the keyboard is on a button: a copy event of the page, answered here. */
function writeOut(text: string): void {
  document.addEventListener('copy', (event) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }, { once: true })
  document.execCommand('copy')
}
