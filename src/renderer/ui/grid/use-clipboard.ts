import { useEffect, useRef, type RefObject } from 'react'

interface ClipboardWork {
  /** Text of what is selected; it may have to be asked for. Null: it could not be had, and that was said. */
  readonly copy: () => string | Promise<string | null>
  /** Absent where nothing can be changed. */
  readonly paste: ((text: string) => void) | undefined
}

/**
 * Copy and paste while the keyboard is in a grid, by the events of the page: no permission is needed for them. They are heard on the
 * document, for without a selected text Chromium sends them to its body. The clipboard can only be written to during such an event: text
 * that has to be asked for is copied in a second one.
 */
export function useClipboard(scroller: RefObject<HTMLElement | null>, work: ClipboardWork | null): void {
  const latest = useRef(work)
  useEffect(() => { latest.current = work })
  useEffect(() => {
    let ready: string | null = null
    const isHere = (): boolean => {
      const focus = document.activeElement
      return focus !== null && scroller.current?.contains(focus) === true && focus.tagName !== 'INPUT'
    }
    const onCopy = (event: ClipboardEvent): void => {
      if (latest.current === null || !isHere()) return
      event.preventDefault()
      const text = ready ?? latest.current.copy()
      ready = null
      if (typeof text === 'string') event.clipboardData?.setData('text/plain', text)
      else void text.then((found) => {
        if (found === null) return
        ready = found
        document.execCommand('copy')
        ready = null
      })
    }
    const onPaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (latest.current?.paste === undefined || !isHere()) return
      event.preventDefault()
      if (text !== '') latest.current.paste(text)
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [scroller])
}
