import { startTransition, useEffect, useState } from 'react'

const atOnce = 10

/** How many items of a list to draw: as many as the window shows at first, and a few more after each frame, below the fold. */
export function useGrowingCount(total: number): number {
  const [count, setCount] = useState(atOnce)
  useEffect(() => {
    if (count >= total) return
    const timer = setTimeout(() => startTransition(() => setCount(count + atOnce)))
    return () => clearTimeout(timer)
  }, [count, total])
  return Math.min(count, total)
}
