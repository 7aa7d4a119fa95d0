/** Numbers, sizes, times and dates as the operator's system writes them. */
const whole = new Intl.NumberFormat()
const short = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 })
const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

export function formatCount(value: number): string {
  return whole.format(value)
}

export function formatRate(perSecond: number): string {
  return short.format(perSecond)
}

/** Bytes as KB or MB of 1,000, as file managers show them. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${whole.format(bytes)} bytes`
  if (bytes < 1_000_000) return `${short.format(bytes / 1000)} KB`
  return `${short.format(bytes / 1_000_000)} MB`
}

/** Seconds as "under a second", "45 s", "3 min 20 s", "2 h 5 min". */
export function formatDuration(seconds: number): string {
  if (seconds < 1) return 'under a second'
  const total = Math.round(seconds)
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor((total % 3600) / 60)
  const rest = total % 60
  if (hours > 0) return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`
  if (minutes > 0) return rest === 0 || minutes >= 10 ? `${minutes} min` : `${minutes} min ${rest} s`
  return `${rest} s`
}

/** An ISO instant in the operator's own format and time zone; text that is none stays as it is. */
export function formatWhen(instant: string): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? instant : when.format(date)
}

/** From when to when, the day told once where it is the same; the beginning alone while there is no end. */
export function formatSpan(from: string, to: string | null): string {
  const [start, end] = [new Date(from), new Date(to ?? from)]
  return Number.isNaN(start.getTime()) || Number.isNaN(end.getTime()) ? from : when.formatRange(start, end)
}

// In words, so in the language of the words around it.
const ago = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const steps = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]] as const

/** "3 hours ago", "yesterday"; under a minute "just now". Text that is no instant stays as it is. */
export function formatAge(instant: string, nowMs: number): string {
  const passed = nowMs - new Date(instant).getTime()
  if (Number.isNaN(passed)) return instant
  const step = steps.find(([, lengthMs]) => passed >= lengthMs)
  return step === undefined ? 'just now' : ago.format(-Math.floor(passed / step[1]), step[0])
}

/** "1 row", "2 rows". */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`
}
