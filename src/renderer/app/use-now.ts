import { useEffect, useState } from 'react'

/** The time in milliseconds, moved on once a minute: for ages, which nobody needs to the second. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
