import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** A folder of one opened file: its rows and what was found in them. Its owner's alone, and gone when the file is closed. */
export interface StagingArea {
  readonly folder: string
  path(name: string): string
  /** Removes one of its files, if it is there. */
  drop(name: string): void
  remove(): void
}

/** Names carry the process, so that what a killed one left behind is known and cleared by the next. Throws what the disk says. */
export function openStagingArea(dataFolder: string): StagingArea {
  const all = join(dataFolder, 'staging')
  mkdirSync(all, { recursive: true, mode: 0o700 })
  clearLeftovers(all)
  const folder = join(all, `${process.pid}-${randomBytes(6).toString('hex')}`)
  mkdirSync(folder, { mode: 0o700 })
  const remove = (): void => {
    open.delete(remove)
    rmSync(folder, { recursive: true, force: true })
  }
  if (open.size === 0) process.once('exit', removeAll)
  open.add(remove)
  return { folder, path: (name) => join(folder, name), drop: (name) => rmSync(join(folder, name), { force: true }), remove }
}

const open = new Set<() => void>()

function removeAll(): void {
  for (const remove of open) remove()
}

function clearLeftovers(all: string): void {
  for (const name of readdirSync(all)) {
    const pid = Number(/^(\d+)-[0-9a-f]+$/.exec(name)?.[1])
    if (Number.isInteger(pid) && !isRunning(pid)) rmSync(join(all, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
