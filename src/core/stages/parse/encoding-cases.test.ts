import { expect, test } from 'vitest'
import { newByteSurvey } from './byte-survey.ts'
import { detectEncoding } from './detect-encoding.ts'
import { upperHalf, type SingleByteEncoding } from './single-byte.ts'

function encode(text: string, encoding: SingleByteEncoding): Uint8Array {
  return Uint8Array.from(Array.from(text, (character) => {
    const code = character.charCodeAt(0)
    if (code < 0x80) return code
    const at = upperHalf[encoding].indexOf(character)
    if (at === -1) throw new Error(`${character} is not in ${encoding}`)
    return at + 0x80
  }))
}
function detect(bytes: Uint8Array) {
  const survey = newByteSurvey()
  survey.push(bytes)
  return detectEncoding(survey.facts(true))
}
const decode = (bytes: Uint8Array, encoding: string) => [...bytes].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : upperHalf[encoding as SingleByteEncoding][byte - 0x80])).join('')

// Each word by itself is the only evidence of its file.
const words = ['Café', 'Müller', 'José', 'Zoë', 'Siân', 'François', 'Málaga', 'Muñoz', 'Øster', 'Åse', 'Straße', 'Ó Briain', 'Élodie', 'MÜLLER', '£50', 'naïve', 'Brontë']

test.each(words)('%s in Windows-1252 is read right, from this one word', (word) => {
  const bytes = encode(`Name,Town\n${word},Leeds\n`, 'windows-1252')
  const { encoding, rivals } = detect(bytes)
  expect(decode(bytes, encoding)).toContain(word)
  expect(rivals).toEqual([])
})

test.each(['Café au lait', 'Müller & Söhne', 'José Muñoz', 'Zoë Brontë', 'Straße 5', 'François Élan', 'Øster Åse', '£50 – “net”', 'O’Brien’s “Café”', 'Núñez'])('%s in Mac Roman is read right or asked about', (text) => {
  const bytes = encode(`Name,Town\n${text},Leeds\n`, 'macintosh')
  const { encoding, rivals } = detect(bytes)
  // With rivals it is asked, and the right one must be among them.
  const answers = [encoding, ...rivals].map((each) => decode(bytes, each).includes(text))
  expect(answers).toContain(true)
})

test('a page of names in Mac Roman is Mac Roman without a question', () => {
  expect(detect(encode('José,Muñoz,Zürich\nAndré,Bäcker,Köln\nO’Brien,Siân,Málaga\n', 'macintosh'))).toMatchObject({ encoding: 'macintosh', rivals: [] })
})

test('the euro and French letters of ISO-8859-15 are told from the signs of Windows-1252', () => {
  expect(detect(encode('Prix,Nom\n€50,Sœur Cœur\n€60,Œuvre\n', 'iso-8859-15'))).toMatchObject({ encoding: 'iso-8859-15', rivals: [] })
  expect(detect(encode('Price,Name\n€50,“Sœur” O’Brien\n', 'windows-1252'))).toMatchObject({ encoding: 'windows-1252', rivals: [] })
})

test('encodings that give the same text are one answer, and nothing is asked', () => {
  expect(detect(encode('Café,Müller\n', 'iso-8859-15'))).toMatchObject({ encoding: 'windows-1252', rivals: [] })
})

test('letters in two encodings with nothing else to go by are asked about', () => {
  // E7 is ç in one and Á in the other, and either may begin a word.
  const { rivals, confidence } = detect(Uint8Array.from([...Buffer.from('Name,Shop\n1,'), 0xe7, ...Buffer.from('a va\n')]))
  expect(rivals.length).toBeGreaterThan(0)
  expect(confidence).toBeLessThan(0.9)
})

test('a damaged UTF-8 file stays UTF-8; half a one is asked about', () => {
  const damaged = Buffer.concat([Buffer.from('Café,Müller,Zoë,Siân\n'), Buffer.from([0xe9]), Buffer.from(',x\n')])
  expect(detect(damaged)).toMatchObject({ encoding: 'utf-8', rivals: [] })
  expect(detect(Buffer.concat([Buffer.from('Café,'), Buffer.from('Müller\n', 'latin1')])).rivals.length).toBeGreaterThan(0)
})

test('where the pieces are cut does not matter', () => {
  const bytes = encode('José,Muñoz,Zürich “x” €5\nO’Brien\n', 'windows-1252')
  const whole = newByteSurvey()
  whole.push(bytes)
  for (const size of [1, 2, 3, 7]) {
    const survey = newByteSurvey()
    for (let at = 0; at < bytes.length; at += size) survey.push(bytes.subarray(at, at + size))
    expect(survey.facts(true).contexts).toEqual(whole.facts(true).contexts)
  }
})
