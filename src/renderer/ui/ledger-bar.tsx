import { formatCount } from '../app/format.ts'

export interface LedgerPart { readonly key: string; readonly label: string; readonly count: number; readonly tone: string }

interface LedgerBarProps {
  /** What the parts add up to: "rows in the file". */
  readonly whole: string
  readonly total: number
  readonly parts: readonly LedgerPart[]
}

/** The product's promise in one line: every row of the file is in exactly one part, and the parts add up. */
export function LedgerBar({ whole, total, parts }: LedgerBarProps) {
  const shown = parts.filter((part) => part.count > 0)
  return (
    <figure className="ledger">
      <div className="ledger-bar" aria-hidden>
        {shown.map((part) => <span key={part.key} className={`ledger-part tone-${part.tone}`} style={{ flexGrow: part.count }} />)}
      </div>
      <figcaption className="ledger-sum">
        <span className="ledger-total"><b>{formatCount(total)}</b> {whole}</span>
        {shown.map((part, index) => (
          <span key={part.key} className="ledger-term">
            <span className="ledger-sign">{index === 0 ? '=' : '+'}</span>
            <span className={`ledger-key tone-${part.tone}`} aria-hidden />
            <b>{formatCount(part.count)}</b> {part.label}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
