import { useMemo } from 'react'
import { indentJson } from './indent-json.ts'

/** A request body, indented for reading, digit for digit as it is sent. */
export function JsonView({ label, text }: { readonly label: string; readonly text: string }) {
  const tokens = useMemo(() => indentJson(text), [text])
  return (
    <pre className="json" tabIndex={0} role="region" aria-label={label}>
      {/* Tokens have no identity of their own: their place is their key. */}
      {tokens.map((token, index) => <span key={index} className={`json-${token.kind}`}>{token.text}</span>)}
    </pre>
  )
}
