import { useEffect, useEffectEvent } from 'react'

/** Keys that mean the same wherever the keyboard is. `onKey` answers whether this one did: then the browser does nothing with it. */
export function useWindowKey(onKey: (event: KeyboardEvent) => boolean): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (onKey(event)) event.preventDefault()
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => onKeyDown(event)
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [])
}
