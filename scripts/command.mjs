// Starting other programs, for the scripts in this folder. Nothing here knows what is being started.
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')

/** The arguments that start a tool from node_modules with this Node: no shell and no .cmd file, so Windows is the same. */
export function tool(file, ...args) {
  return [process.execPath, path.join(root, 'node_modules', file), ...args]
}

/**
 * Runs a program to its end. Never rejects for a bad end: `code` says it, and a program that could not be started has 127.
 * Standard input is closed, so that nothing can wait for an answer nobody gives.
 */
export function run([program, ...args], { cwd = root, env = process.env, output = 'inherit', timeoutMs } = {}) {
  return new Promise((resolve) => {
    const started = performance.now()
    const stdio = output === 'inherit' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe']
    const child = spawn(program, args, { cwd, env, stdio, timeout: timeoutMs })
    let text = ''
    const finish = (code) => resolve({ code, text, seconds: (performance.now() - started) / 1000 })
    child.stdout?.setEncoding('utf8').on('data', (piece) => (text += piece))
    child.stderr?.setEncoding('utf8').on('data', (piece) => (text += piece))
    child.on('error', (error) => {
      text += error.message
      finish(127)
    })
    // Killed by a signal (a time limit, Ctrl+C) is no success: 1.
    child.on('close', (code) => finish(code ?? 1))
  })
}

export const build = (options) => run(tool('electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'), options)

/** A failure the reader can mend; its message is all that is printed of it. */
export class Mendable extends Error {}

/** Runs a script's main function when the file was started, not imported, and turns its result into the exit code. */
export async function main(meta, job) {
  // The real path: the checkout may be reached through a link.
  if (process.argv[1] === undefined || realpathSync(process.argv[1]) !== meta.filename) return
  try {
    process.exitCode = (await job()) ?? 0
  } catch (error) {
    console.error(error instanceof Mendable ? error.message : error)
    process.exitCode = 1
  }
}
