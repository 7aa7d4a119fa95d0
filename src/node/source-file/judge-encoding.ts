import { isAscii, isUtf8 } from 'node:buffer'
import type { Encoding } from '#core/model/reading.ts'
import { detectByHead, detectEncoding, encodingAsChosen, newByteSurvey, type ByteSurvey, type EncodingFound } from '#core/stages/parse/index.ts'
import { incompleteAtEnd } from './decode-bytes.ts'

const sliceBytes = 64 * 1024

export interface EncodingJudge {
  /** Takes the next bytes of the file; true when they may change the decision. */
  survey(bytes: Buffer, position: number): boolean
  decide(): EncodingFound
  /** All bytes were surveyed: the final decision. */
  close(): EncodingFound
  lines(): readonly Uint8Array[]
}

/** `head` is the beginning of the file; `wanted` what the operator chose. */
export function newEncodingJudge(head: Buffer, wanted: Encoding | undefined): EncodingJudge {
  const fixed = wanted === undefined ? detectByHead(head) : encodingAsChosen(wanted, head)
  const survey = newByteSurvey()
  if (fixed === null) for (let at = 0; at < head.length; at += sliceBytes) surveyRest(survey, head.subarray(at, at + sliceBytes))
  let atEnd = false
  return {
    survey(bytes, position) {
      if (fixed !== null || position <= head.length) return false
      return surveyRest(survey, bytes.subarray(Math.max(0, bytes.length - (position - head.length))))
    },
    decide: () => fixed ?? detectEncoding(survey.facts(atEnd)),
    close() {
      atEnd = true
      return fixed ?? detectEncoding(survey.facts(true))
    },
    lines: () => survey.facts(atEnd).lines,
  }
}

/** Nearly every piece is plain ASCII or valid UTF-8, which the platform sees much faster than a loop; true when there were special characters. */
function surveyRest(survey: ByteSurvey, bytes: Buffer): boolean {
  if (isAscii(bytes)) {
    survey.skip(bytes, true)
    return false
  }
  let start = 0
  while (start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1
  const end = bytes.length - incompleteAtEnd(bytes)
  const whole = bytes.subarray(start, end)
  if (!isUtf8(whole)) return survey.push(bytes)
  survey.push(bytes.subarray(0, start))
  survey.skip(whole, false)
  survey.push(bytes.subarray(end))
  return true
}
