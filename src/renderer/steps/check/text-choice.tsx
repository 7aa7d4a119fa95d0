import type { ReadingDecisions, ReadingView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { SelectBox } from '../../ui/select-box.tsx'

const w = words.check
const delimiters = [',', ';', '\t', '|'] as const
const encodings = ['utf-8', 'windows-1252', 'iso-8859-15', 'macintosh', 'utf-16le', 'utf-16be'] as const
const quotes = ['"', "'"] as const

interface TextChoiceProps {
  readonly reading: Extract<ReadingView, { kind: 'text' }>
  readonly isBusy: boolean
  readonly onDecide: (decision: ReadingDecisions) => void
}

/** How the bytes of a text file become cells. */
export function TextChoice({ reading, isBusy, onDecide }: TextChoiceProps) {
  return (
    <>
      <SelectBox label={w.encoding} isDisabled={isBusy} value={reading.encoding} onChange={(id) => onDecide({ encoding: encodings.find((name) => name === id) ?? 'utf-8' })}
        choices={encodings.map((id) => ({ id, name: id === reading.encoding && reading.byteOrderMark ? `${words.encodings[id]}, ${w.bom}` : words.encodings[id] }))} />
      <SelectBox label={w.delimiter} isDisabled={isBusy} value={reading.delimiter} onChange={(id) => onDecide({ delimiter: delimiters.find((mark) => mark === id) ?? ',' })}
        choices={delimiters.map((id) => ({ id, name: words.delimiters[id] }))} />
      <SelectBox label={w.quote} isDisabled={isBusy} value={reading.quote} onChange={(id) => onDecide({ quote: id === "'" ? "'" : '"' })}
        choices={quotes.map((id) => ({ id, name: words.quotes[id] }))} />
    </>
  )
}
