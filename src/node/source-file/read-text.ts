import { createHash, type Hash } from 'node:crypto'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { Source } from '#core/model/source.ts'
import { parseDelimited, type DelimitedOutcome, type EncodingFound } from '#core/stages/parse/index.ts'
import { askEncoding } from './ask-encoding.ts'
import { newByteDecoder } from './decode-bytes.ts'
import { newEncodingJudge, type EncodingJudge } from './judge-encoding.ts'
import type { OpenFile } from './open-file.ts'
import { outcomeFailure, stopped, tooManyColumns } from './text-failures.ts'
import { fileLimits, type ReadOptions } from './read-options.ts'

/** The text of a piece, with what waits from the one before, stays below what the engine keeps apart as large: such texts cost much more to make. */
const chunkBytes = 96 * 1024
const headBytes = 1024 * 1024
const chunksPerProgress = 40
const chunksPerDecision = 10

/**
 * A delimited text file to one table. The encoding is taken from the first megabyte, so that the first rows come at once; the
 * rest is surveyed while it is read. When later bytes contradict (the first accent may come late), the file is surveyed to its
 * end and read again from its beginning, with a new sink.
 */
export async function readText(file: OpenFile, options: ReadOptions): Promise<Result<Source>> {
  const head = await readHead(file)
  const judge = newEncodingJudge(head, options.encoding)
  const hash = createHash('sha256')
  let pass = await readPass({ file, options, hash, judge })
  if (pass.kind === 'contradicted') pass = await readPass({ file, options, hash: null, judge })
  if (pass.kind !== 'read') return stopped(file.name)
  const { outcome, encoding } = pass
  if (outcome.kind !== 'table') return outcomeFailure(file.name, outcome, options)
  const { table, dialect, findings, issues } = outcome
  if (table.headers.length > fileLimits.columns) return fail('file-too-large', tooManyColumns(file.name, table.headers.length))
  const doubt = { encodings: [encoding.encoding, ...encoding.rivals], lines: judge.lines(), headers: table.headers, dialect }
  const questions = [...(encoding.rivals.length === 0 ? [] : [askEncoding(doubt)]), ...outcome.questions]
  const { confidence, evidence, byteOrderMark } = encoding
  const reading = { kind: 'text', encoding: encoding.encoding, byteOrderMark, ...dialect, findings: [{ about: 'encoding', confidence, evidence }, ...findings] } as const
  const summary = { sizeBytes: file.sizeBytes, sha256: hash.digest('hex') }
  return ok({ file: file.name, ...summary, files: [{ name: file.name, ...summary, reading }], tables: [table], questions, issues })
}

interface Pass {
  readonly file: OpenFile
  readonly options: ReadOptions
  /** Null when the sum is known already. */
  readonly hash: Hash | null
  readonly judge: EncodingJudge
}

type PassResult =
  | { readonly kind: 'read'; readonly outcome: DelimitedOutcome; readonly encoding: EncodingFound }
  | { readonly kind: 'contradicted' | 'stopped' }

/** Reads the file from its beginning in the encoding that is the likeliest so far. The sum is complete when all was read. */
async function readPass({ file, options, hash, judge }: Pass): Promise<PassResult> {
  const { encoding } = judge.decide()
  const { newSink, onTable, onProgress, signal } = options
  const parser = parseDelimited({ file: file.name, decisions: options, newSink, onTable })
  const decoder = newByteDecoder(encoding)
  let isWrong = false
  let isOver = false
  let isDoubtful = false
  let chunks = 0
  for await (const { bytes, position } of readChunks(file)) {
    if (signal?.aborted === true) return { kind: 'stopped' }
    hash?.update(bytes)
    if (hash !== null) isDoubtful = judge.survey(bytes, position) || isDoubtful
    if (!isWrong && !isOver) isOver = parser.push(decoder.decode(bytes)) !== null
    if (isOver && !isWrong) break
    chunks += 1
    if (isDoubtful && chunks % chunksPerDecision === 0) {
      isWrong ||= judge.decide().encoding !== encoding
      isDoubtful = false
    }
    if (!isWrong && chunks % chunksPerProgress === 0) onProgress?.(parser.rows(), position / Math.max(1, file.sizeBytes))
  }
  if (hash !== null && judge.close().encoding !== encoding) isWrong = true
  if (isWrong) return { kind: 'contradicted' }
  if (!isOver) parser.push(decoder.finish())
  const outcome = parser.finish()
  onProgress?.(parser.rows(), 1)
  return { kind: 'read', outcome, encoding: judge.decide() }
}

async function readHead({ handle }: OpenFile): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(headBytes)
  let length = 0
  while (length < headBytes) {
    const { bytesRead } = await handle.read(buffer, length, headBytes - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return buffer.subarray(0, length)
}

/** The bytes from the start, with the position after them; each chunk is good until the next one is asked for. */
async function* readChunks({ handle }: OpenFile): AsyncGenerator<{ readonly bytes: Buffer; readonly position: number }> {
  // The next piece is read from the disk while this one is worked on.
  const buffers: readonly [Buffer, Buffer] = [Buffer.allocUnsafe(chunkBytes), Buffer.allocUnsafe(chunkBytes)]
  const readAt = (position: number, turn: 0 | 1) => handle.read(buffers[turn], 0, chunkBytes, position)
  let turn: 0 | 1 = 0
  let reading = readAt(0, turn)
  try {
    for (let position = 0; ; ) {
      const { bytesRead } = await reading
      if (bytesRead === 0) return
      const bytes = buffers[turn].subarray(0, bytesRead)
      position += bytesRead
      turn = turn === 0 ? 1 : 0
      reading = readAt(position, turn)
      yield { bytes, position }
    }
  } finally {
    // A reading that nobody waits for must not outlive the file's handle, nor fail unseen.
    await reading.catch(() => undefined)
  }
}
