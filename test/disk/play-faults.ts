import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildChild } from '../kill/build-child.ts'
import { compile } from '../kill/compile.ts'
import { gatherText } from '../support/gather-text.ts'
import type { Case, Told } from './faults.ts'

export interface Program {
  /** All cases that it plays, in order; rejects where it broke down. */
  play(told: Told): Promise<readonly Case[]>
  remove(): void
}

/** Builds the program of many cases and the disk that fails beneath it. */
export async function buildProgram(): Promise<Program> {
  const child = await buildChild('test/disk/child/main.ts')
  const library = join(dirname(child.path), 'failing-disk.so')
  compile(new URL('child/failing-disk.c', import.meta.url), library)
  return { play: (told) => play(child.path, library, told), remove: () => child.remove() }
}

/** What a disk does is said by the library: thousands of journals in memory spare this proof minutes. */
const memory = existsSync('/dev/shm') ? { TMPDIR: '/dev/shm' } : {}

async function play(path: string, library: string, told: Told): Promise<readonly Case[]> {
  const program = spawn(process.execPath, [path, JSON.stringify(told)], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...memory, LD_PRELOAD: library } })
  const ended = new Promise<number | null>((resolve, reject) => {
    program.on('error', reject)
    program.on('close', resolve)
  })
  const complaints = gatherText(program.stderr)
  const cases: Case[] = []
  for await (const line of createInterface({ input: program.stdout })) cases.push(JSON.parse(line) as Case)
  const code = await ended
  if (code !== 0) throw new Error(`the program of failing disks broke down with ${code} after call ${cases.at(-1)?.nth}: ${complaints()}`)
  return cases
}

/** Every call of a whole import, in one manner, by so many processes at once: start-up is what would cost. */
export async function playEveryCall(program: Program, told: Omit<Told, 'from' | 'stride' | 'weakness'>, processes: number): Promise<readonly Case[]> {
  const parts = await Promise.all(Array.from({ length: processes }, (_, at) => program.play({ ...told, from: at + 1, stride: processes, weakness: null })))
  return parts.flat()
}
