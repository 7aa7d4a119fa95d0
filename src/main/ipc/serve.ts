import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { fail, type Result } from '#core/model/result.ts'
import { callChannel, dropChannel } from '#shared/ipc/bridge.ts'
import { contract, type AppContract, type MainArea } from '#shared/ipc/contract.ts'
import { makeDispatch, type Dispatch } from '#shared/ipc/dispatch.ts'
import type { AllHandlers } from '#shared/ipc/kit.ts'
import { isAbsolute } from 'node:path'
import { reportBug } from '#node/bug-report.ts'
import type { ChosenFile } from '../chosen-file.ts'
import type { FileTokens } from '../file-tokens.ts'
import { bundleOrigin } from '../protocol.ts'

const messageLimit = 1024 * 1024

/**
 * The one place where the page's messages arrive: our own window, its main frame, our own origin, at most 1 MiB. `app` and
 * `files` are answered here, the rest goes to the engine as it is.
 */
export function serveCalls(handlers: AllHandlers<AppContract, MainArea>, callEngine: Dispatch, tokens: FileTokens): void {
  const callMain = makeDispatch(contract, handlers, reportBug)
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isTrusted(event)) return fail('bad-usage', 'This page may not use the program.')
    if (typeof name !== 'string' || isTooLarge(input)) return fail('bad-usage', 'The window sent something that does not fit.')
    const area = name.split('.')[0] ?? ''
    return Object.hasOwn(handlers, area) ? callMain(name, input) : callEngine(name, input)
  })
  ipcMain.handle(dropChannel, (event, paths: unknown): readonly ChosenFile[] => {
    if (!isTrusted(event) || !Array.isArray(paths)) return []
    return paths.filter((path): path is string => typeof path === 'string' && isAbsolute(path)).slice(0, 20).map((path) => tokens.grantToRead(path))
  })
}

function isTrusted(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && frame.url.startsWith(`${bundleOrigin}/`)
}

function isTooLarge(input: unknown): boolean {
  try {
    return (JSON.stringify(input) ?? '').length > messageLimit
  } catch {
    return true // Cyclic or otherwise not plain data: nothing of ours sends that.
  }
}
