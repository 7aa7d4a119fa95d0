import { expect, test } from 'vitest'
import type { Encoding } from '#core/model/reading.ts'
import { newByteSurvey } from './byte-survey.ts'
import { detectByHead, detectEncoding, encodingAsChosen } from './detect-encoding.ts'

function detect(bytes: Uint8Array, wanted?: Encoding) {
  if (wanted !== undefined) return encodingAsChosen(wanted, bytes)
  const survey = newByteSurvey()
  survey.push(bytes)
  return detectByHead(bytes) ?? detectEncoding(survey.facts(true))
}
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

test('a byte order mark decides', () => {
  expect(detect(Buffer.from('\ufeffname', 'utf8'))).toMatchObject({ encoding: 'utf-8', byteOrderMark: true })
  expect(detect(Buffer.from('\ufeffname', 'utf16le'))).toMatchObject({ encoding: 'utf-16le', byteOrderMark: true })
  expect(detect(utf16be('\ufeffname'))).toMatchObject({ encoding: 'utf-16be', byteOrderMark: true })
})

test('without a mark, NULs in every second place mean UTF-16', () => {
  expect(detect(Buffer.from('name,town', 'utf16le'))).toMatchObject({ encoding: 'utf-16le', byteOrderMark: false })
  expect(detect(utf16be('name,town'))).toMatchObject({ encoding: 'utf-16be', byteOrderMark: false })
})

test('valid UTF-8 and plain ASCII are UTF-8', () => {
  expect(detect(Buffer.from('café', 'utf8'))).toMatchObject({ encoding: 'utf-8', evidence: 'The whole file is valid UTF-8.' })
  expect(detect(Buffer.from('cafe', 'utf8')).encoding).toBe('utf-8')
})

test('accents that are not UTF-8 mean Windows-1252', () => {
  expect(detect(Buffer.from('caf\xe9;M\xfcnchen', 'latin1')).encoding).toBe('windows-1252')
})

test('one damaged byte among many good characters stays UTF-8 and is mentioned', () => {
  const found = detect(Buffer.concat([Buffer.from('éèüöä', 'utf8'), Buffer.from([0xff]), Buffer.from('ñ', 'utf8')]))
  expect(found.encoding).toBe('utf-8')
  expect(found.evidence).toContain('1 byte is not valid UTF-8')
})

test('the operator may overrule', () => {
  expect(detect(Buffer.from('café', 'utf8'), 'windows-1252')).toMatchObject({ encoding: 'windows-1252', evidence: 'Read as Windows-1252, as chosen.' })
})
