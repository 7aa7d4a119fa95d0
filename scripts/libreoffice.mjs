// The test that mends a workbook in a spreadsheet program needs one without a window: LibreOffice Calc. Installs it where it may:
// about 90 MB to fetch, 280 MB on the disk.
import { spawnSync } from 'node:child_process'
import { main } from './command.mjs'
import { installPackages } from './debian-packages.mjs'

const whatIsMissing = () => (spawnSync('soffice', ['--version']).status === 0 ? [] : ['soffice'])

/** Slower than this is worth a line in the log of the run. */
const slowSeconds = 90

export async function ensureLibreOffice() {
  if (whatIsMissing().length === 0) return
  const begun = performance.now()
  await installPackages({ lack: 'Mending a workbook in a spreadsheet program needs LibreOffice, which this machine lacks.', packages: ['libreoffice-calc-nogui'], whatIsMissing })
  const seconds = Math.round((performance.now() - begun) / 1000)
  if (seconds > slowSeconds) console.log(`LibreOffice took ${seconds} seconds to fetch and install (about 90 MB, 60 packages): the network or the disk is slow here.`)
}

await main(import.meta, async () => {
  await ensureLibreOffice()
  console.log('LibreOffice Calc is here.')
})
