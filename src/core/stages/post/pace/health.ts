import type { Clock } from '../../../ports.ts'
import { createBrake } from './brake.ts'
import { createBreaker, type BreakerInit } from './breaker.ts'
import type { Heard } from './heard.ts'
import { createLatencyWatch } from './latency.ts'

export interface HealthInit {
  readonly clock: Clock
  /** Without it nothing stops the turns of a server that is down. */
  readonly breaker: Omit<BreakerInit, 'clock'> | undefined
  /** A silence the server asked for, in milliseconds from now: the probe keeps it as well. */
  readonly silenceMs: () => number
  readonly onBack: () => void
}

/** How the server is, by what was heard of it. */
export interface Health {
  /** The part of the wanted pace that it bears. */
  factor(): number
  isDown(): boolean
  note(lane: 'read' | 'write', heard: Heard, elapsedMs: number): void
  letGo(): void
}

export function createHealth({ clock, breaker: init, silenceMs, onBack }: HealthInit): Health {
  const brake = createBrake(clock)
  const latency = { read: createLatencyWatch(), write: createLatencyWatch() }
  const breaker = init === undefined ? null : createBreaker({
    ...init, clock,
    restMs: () => Math.max(init.restMs(), silenceMs()),
    onClosed() {
      brake.slowDown()
      init.onClosed()
      onBack()
    },
  })
  return {
    factor: () => brake.factor(),
    isDown: () => breaker?.isOpen() === true,
    note(lane, heard, elapsedMs) {
      if (heard === 'throttled' || heard === 'overloaded') brake.slowDown()
      if (heard === 'good') {
        brake.recover()
        if (latency[lane].note(elapsedMs)) brake.ease()
      }
      // Asking to slow down is no sign of being down.
      if (heard !== 'nothing' && heard !== 'throttled') breaker?.note(heard !== 'good')
    },
    letGo: () => breaker?.letGo(),
  }
}
