import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts the checking thread's program. Built, it stands beside this one, or above it when this file is in a folder of shared
 * pieces. From source it needs the loader for TypeScript, and a thread only has one that is registered inside it.
 */
export function startWorker(options: WorkerOptions): Worker {
  if (import.meta.url.endsWith('.ts')) {
    const source = new URL('./prepare-worker.ts', import.meta.url).href
    return new Worker(`import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(source)}) })`, { ...options, eval: true })
  }
  const built = ['./prepare-worker.js', '../prepare-worker.js'].map((name) => fileURLToPath(new URL(name, import.meta.url)))
  const path = built.find((candidate) => existsSync(candidate))
  if (path === undefined) throw new Error('The program is incomplete: prepare-worker.js is missing')
  return new Worker(path, options)
}
