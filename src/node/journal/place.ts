import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import type { Failure } from '#core/model/result.ts'
import { fail } from '#core/model/result.ts'
import { explainWriteError } from '../replace-file.ts'

/** Linux's numbers of file systems that live on another machine, or reach this one through another system's files. */
const remote: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'], [0x517b, 'SMB'], [0xff534d42, 'CIFS'], [0xfe534d42, 'SMB'], [0x5346414f, 'AFS'], [0x00c36400, 'Ceph'], [0x01021997, '9P'], [0x73757245, 'Coda'], [0x564c, 'NCP'],
])

interface Look {
  readonly platform: NodeJS.Platform
  /** The number of the file system's kind. */
  readonly kindOf: (folder: string) => number
}

const realLook: Look = { platform: process.platform, kindOf: (folder) => statfsSync(folder).type }

/** Makes the folder where it is missing, and says why a journal cannot live there; null when it can. */
export function placeProblem(folder: string, look: Look = realLook): Failure | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK | constants.X_OK)
    for (const name of ['journal.sqlite', 'journal.sqlite-wal']) if (existsSync(join(folder, name))) accessSync(join(folder, name), constants.R_OK | constants.W_OK)
  } catch (error) {
    const { code, message } = explainWriteError(error, folder)
    if (code === 'disk-full') return { code, message }
    return fail('journal-unusable', `The journal of what is sent needs the data folder, and nothing is sent without it. ${message} The folder is chosen with ONBOARDER_HOME.`).failure
  }
  const kind = networkKind(folder, look)
  if (kind === null) return null
  return fail('journal-unusable', `The data folder ${folder} is on a network (${kind}), where a journal cannot be kept safely: its locks do not hold there. Choose a folder on this computer with ONBOARDER_HOME.`).failure
}

function networkKind(folder: string, { platform, kindOf }: Look): string | null {
  // \\server\share, but not \\?\C:\ or \\.\ of this machine.
  if (platform === 'win32') return /^(?:\\\\|\/\/)(?:[^?.\\/]|\?\\UNC\\)/i.test(folder) ? 'a share' : null
  if (platform !== 'linux') return null
  // Some of the numbers are larger than 31 bits and come back negative from some systems.
  return remote.get(kindOf(folder) >>> 0) ?? null
}
