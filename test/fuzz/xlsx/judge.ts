import { readWorkbook } from '#node/xlsx/read-workbook.ts'
import { makeSheet, newRandom } from './make-sheet.ts'
import { spoil } from './spoil.ts'

export type Verdict = 'right' | 'read' | 'refused'

/** Names a refusal may have. Others would say that the program is at fault, or the disk. */
const names: ReadonlySet<string> = new Set(['file-damaged', 'file-encrypted', 'file-kind-unsupported', 'file-too-large', 'no-header', 'no-data-rows', 'no-such-sheet'])
/** The rule of the night, when the machine does nothing else. */
export const nightlyLimitMs = 2000

/**
 * One hostile workbook, by its seed: right, or refused with a name, within the time. `read`: its XML was changed under a right
 * checksum, so what it says now is what it says. Throws when the rule is broken.
 */
export async function judge(seed: number, limitMs: number): Promise<Verdict> {
  const random = newRandom(seed)
  const made = makeSheet(random)
  const { bytes, how, isSealed } = spoil(made, random)
  const read = async () => {
    const startedAt = performance.now()
    const result = await readWorkbook({ name: 'f.xlsx', bytes }, { headerRow: 1, footerRows: 0 })
    return { result, ms: performance.now() - startedAt }
  }
  const { result, ms: once } = await read()
  // A busy machine may have been at something else: what is slow is slow again.
  const ms = once > limitMs ? Math.min((await read()).ms, (await read()).ms) : once
  if (ms > limitMs) throw new Error(`seed ${seed} (${how}): took ${Math.round(ms)} ms`)
  if (!result.ok) {
    if (!names.has(result.failure.code)) throw new Error(`seed ${seed} (${how}): refused as ${result.failure.code}`)
    return 'refused'
  }
  if (!isSealed) return 'read'
  const expected = made.expected.slice(0, made.expected.findLastIndex((row) => row.some((cell) => cell.trim() !== '')) + 1)
  const found = Array.from(result.value.tables[0]?.rows ?? [], ({ cells }) => cells)
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`seed ${seed} (${how}): read ${JSON.stringify(found)}, which is not ${JSON.stringify(expected)}`)
  return 'right'
}
