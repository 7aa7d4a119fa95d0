#!/usr/bin/env node
import { existsSync } from 'node:fs'

const program = new URL('../out/main/cli.js', import.meta.url)

if (existsSync(program)) {
  await import(program.href)
} else {
  console.error('The program is not built yet. Run `npm ci && npm run build` first.')
  process.exitCode = 2
}
