import { join } from 'node:path'
import type { Command } from 'commander'
import { fail, ok, type Result } from '#core/model/result.ts'
import { cacheOf } from '#engine/target/cached-reference.ts'
import { connectTarget, type Target } from '#engine/target/target.ts'
import { dataFolder } from '#node/paths.ts'
import { startPracticeServer } from '#node/practice-server.ts'
import { difficultText } from '#shared/wording/practice.ts'
import { askPassword } from './ask.ts'
import { say } from './output.ts'

export interface TargetOptions {
  readonly practice?: boolean
  readonly difficult?: boolean
  readonly target?: string
  readonly brand?: string
  readonly user?: string
}

export interface OpenTarget {
  readonly target: Target
  close(): void
}

export function withTargetOptions(command: Command): Command {
  return command
    .option('--practice', 'use a practice server, started for this command alone')
    .option('--difficult', 'with --practice: the server loses answers, is slow, refuses and forgets, as a bad day would; every customer must still arrive exactly once')
    .option('--target <url>', 'address of the server, such as https://rest.elevatebilling.com/v1 (or ONBOARDER_TARGET)')
    .option('--brand <name>', 'brand to sign in to (or ONBOARDER_BRAND)')
    .option('--user <name>', 'user name (or ONBOARDER_USER); the password comes from ONBOARDER_PASSWORD or is asked for')
}

export function namesTarget(options: TargetOptions): boolean {
  return options.practice === true || (options.target ?? process.env['ONBOARDER_TARGET']) !== undefined
}

/** `programs` is the folder of the built programs. A password is never taken from the arguments: other users could read it there. */
export async function openTarget(options: TargetOptions, programs: string): Promise<Result<OpenTarget>> {
  const difficult = options.difficult === true
  if (options.practice === true) return openPractice(programs, difficult)
  if (difficult) return fail('bad-usage', '--difficult makes the practice server difficult: use it with --practice.')
  const baseUrl = options.target ?? process.env['ONBOARDER_TARGET']
  const brand = options.brand ?? process.env['ONBOARDER_BRAND']
  const username = options.user ?? process.env['ONBOARDER_USER']
  if (baseUrl === undefined) return fail('bad-usage', 'Name the server with --target URL, or use --practice.')
  if (brand === undefined || username === undefined) return fail('bad-usage', 'Sign in with --brand NAME and --user NAME; the password comes from ONBOARDER_PASSWORD or is asked for.')
  const password = process.env['ONBOARDER_PASSWORD'] ?? (await askPassword(`Password of ${username} at ${baseUrl}: `))
  if (password === null) return fail('bad-usage', 'Set ONBOARDER_PASSWORD, or run this in a terminal where the password can be asked for.')
  const target = await connectTarget({ kind: 'live', baseUrl, brand, username, password }, cacheOf(dataFolder()))
  return target.ok ? ok({ target: target.value, close: () => target.value.api.close() }) : target
}

async function openPractice(programs: string, difficult: boolean): Promise<Result<OpenTarget>> {
  const server = await startPracticeServer(join(programs, 'sandbox.js'))
  if (!server.ok) return server
  const target = await connectTarget({ kind: 'practice', url: server.value.url, difficult })
  if (!target.ok) {
    server.value.stop()
    return target
  }
  if (difficult) say(`! ${difficultText}`)
  const close = (): void => {
    target.value.api.close()
    server.value.stop()
  }
  return ok({ target: target.value, close })
}
