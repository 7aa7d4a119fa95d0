// Where a window can appear: the desktop's own display, or for tests an X server that draws into memory.
import { spawn } from 'node:child_process'
import { Mendable } from './command.mjs'

export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Starts Xvfb and gives the environment for programs that shall draw there, and `stop`. */
export async function startVirtualDisplay() {
  // With -displayfd the server itself takes a free number and tells it: no guessing, no race with another run.
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (piece) => (errors += piece))
  const number = await new Promise((resolve, reject) => {
    const fail = (why) => reject(new Mendable(`The virtual display (Xvfb) did not start: ${why}`))
    const timer = setTimeout(() => {
      child.kill()
      fail('no answer within 20 seconds.')
    }, 20_000)
    child.stdio[3].once('data', (piece) => {
      clearTimeout(timer)
      resolve(String(piece).trim())
    })
    child.once('error', (error) => {
      clearTimeout(timer)
      fail(error.message)
    })
    child.once('exit', () => {
      clearTimeout(timer)
      fail(errors.trim() || 'it ended at once.')
    })
  })

  const stop = () => child.kill()
  // Also when this process ends early: a forgotten X server would stay for ever.
  process.once('exit', stop)
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) process.once(signal, () => process.exit(code))

  const env = { ...process.env, DISPLAY: `:${number}` }
  // Else Electron may prefer the desktop's own display.
  delete env.WAYLAND_DISPLAY
  return { display: `:${number}`, env, stop }
}
