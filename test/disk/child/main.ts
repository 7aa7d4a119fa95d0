// Imports on a disk that fails at one of its calls, then one on a disk that fails at a later one, and so on, until one on which nothing
// fails, as it makes fewer calls. `failing-disk.c` is preloaded and obeys the environment. `node main.js <Told as JSON>`; a line of JSON for each import.
import type { Told } from '../faults.ts'
import { playFault } from './play-fault.ts'

const told = JSON.parse(process.argv[2] ?? '') as Told
for (let nth = told.from, felt = 'not yet'; felt !== ''; nth += told.stride) {
  const played = await playFault(told, nth)
  felt = played.felt
  process.stdout.write(`${JSON.stringify(played)}\n`)
}
