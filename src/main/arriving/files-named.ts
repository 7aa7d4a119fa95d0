import { statSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The files among the arguments of a start: what the system adds when a file is dropped on the icon or opened with the program.
 * Switches, folders (a developer's start names one) and what does not exist are none.
 */
export function filesNamed(args: readonly string[], folder: string, isFile: (path: string) => boolean): readonly string[] {
  const paths = args.filter((arg) => arg !== '' && !arg.startsWith('-')).flatMap((arg) => pathOf(arg, folder))
  return [...new Set(paths)].filter(isFile).slice(0, mostFiles)
}

/** As many as are read as one source. */
const mostFiles = 20

/** Linux desktops hand over addresses. */
function pathOf(arg: string, folder: string): readonly string[] {
  if (!/^file:/i.test(arg)) return [resolve(folder, arg)]
  try {
    return [fileURLToPath(arg)]
  } catch {
    return [] // On another computer.
  }
}

export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false // Missing, or a text that can be no path.
  }
}

/** What a second start hands to the first one: only paths are taken. */
export function filesHandedOver(data: unknown): readonly string[] {
  const files = typeof data === 'object' && data !== null && 'files' in data ? data.files : []
  return Array.isArray(files) ? files.filter((file): file is string => typeof file === 'string' && isAbsolute(file)).slice(0, mostFiles) : []
}
