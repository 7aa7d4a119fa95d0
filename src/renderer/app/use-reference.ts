import { useEffect, useState } from 'react'
import type { ReferenceKind } from '#core/model/field.ts'
import { useSession } from './session.ts'

export interface ReferenceItems {
  readonly isRead: boolean
  /** When the server was asked, as an instant. */
  readonly readAt: string | null
  readonly items: readonly { readonly id: string; readonly name: string; readonly kind: string | null }[]
}

const none: ReferenceItems = { isRead: false, readAt: null, items: [] }

/** What the target lists of a kind; not read: it could not be asked, and ids are typed by hand. */
export function useReference(kind: ReferenceKind | null): ReferenceItems {
  const { client, wizard } = useSession()
  const [items, setItems] = useState<ReferenceItems>(none)
  const { target } = wizard
  useEffect(() => {
    let isOld = false
    if (kind === null) return
    void client.target.reference({ kind }).then((answer) => {
      if (!isOld) setItems(answer.ok ? { isRead: answer.value.read, readAt: answer.value.readAt, items: answer.value.items } : none)
    })
    return () => { isOld = true }
  }, [client, kind, target])
  return items
}
