import { createContext, useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Wizard } from '../wizard/wizard-state.ts'
import type { AppClient } from './client.ts'
import { useRecent } from './use-recent.ts'
import type { RecentFile, Settings } from './views.ts'

/** What the page knows before it is drawn: colours that change at once, or a list that comes late, would jump. */
export interface FirstComfort {
  readonly settings: Settings
  readonly recent: readonly RecentFile[]
}

/** What is about the operator and not about the file: settings, files of before, and whether the tour goes along. */
export interface Comfort extends FirstComfort {
  readonly change: (part: Partial<Omit<Settings, 'zoom'>>) => void
  readonly clearRecent: () => void
  readonly isTourOn: boolean
  readonly startTour: () => void
  readonly leaveTour: () => void
}

export const ComfortContext = createContext<Comfort | null>(null)

export function useComfort(): Comfort {
  const comfort = useContext(ComfortContext)
  if (comfort === null) throw new Error('A part of the window is outside of its settings.')
  return comfort
}

export function useMakeComfort(client: AppClient, first: FirstComfort, { step, problem }: Wizard): Comfort {
  const [settings, setSettings] = useState(first.settings)
  const { recent, clearRecent } = useRecent(client, first.recent, problem ?? step.kind)
  const [isTourOn, setTourOn] = useState(false)
  useContrast(settings)

  const change = useCallback((part: Partial<Omit<Settings, 'zoom'>>) => {
    setSettings((before) => ({ ...before, ...part }))
    void client.app.change(part)
  }, [client])
  const startTour = useCallback(() => {
    change({ tour: 'seen' })
    setTourOn(true)
  }, [change])
  const leaveTour = useCallback(() => setTourOn(false), [])

  // Whoever comes back to the first page has seen the example, or has had enough of it.
  const { kind } = step
  const before = useRef(kind)
  useEffect(() => {
    if (kind === 'choose' && before.current !== 'choose') leaveTour()
    before.current = kind
  }, [kind, leaveTour])
  return useMemo(() => ({ settings, change, recent, clearRecent, isTourOn, startTour, leaveTour }), [settings, change, recent, clearRecent, isTourOn, startTour, leaveTour])
}

/** Higher contrast is one set of colours, whether the operator or the system asks for it: the styles know one mark. */
function useContrast({ contrast }: Settings): void {
  useLayoutEffect(() => {
    const wish = window.matchMedia('(prefers-contrast: more)')
    const mark = (): void => {
      document.documentElement.dataset['contrast'] = contrast === 'more' || wish.matches ? 'more' : 'usual'
    }
    mark()
    wish.addEventListener('change', mark)
    return () => wish.removeEventListener('change', mark)
  }, [contrast])
}
