import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { newXmlScanner } from './xml-scanner.ts'

/** Every event of a document, cut into pieces of this many bytes; or the reason why it was refused. */
function eventsOf(xml: string | Buffer, pieceBytes = 1e9) {
  const events: string[] = []
  const scanner = newXmlScanner({
    open(name, attributes, depth) {
      events.push(`${depth}<${name} ${attributes.get('a') ?? ''}`)
      return name.startsWith('t')
    },
    close: (name, text) => { events.push(`${name}>${text}`) },
  }, { isWide: false, copies: false })
  const bytes = Buffer.from(xml)
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes) scanner.push(bytes.subarray(at, at + pieceBytes))
    scanner.finish()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return /\((.*)\)\. Open it/.exec(error.reason)?.[1] ?? error.reason
  }
  return events
}

const document = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- é -->\n<r a = \'x "&#233;"\'><t a="1&amp;2\t3">é &lt;&#x1F600;<![CDATA[<&]]>\r\n</t ><?p i?><t/><x:t xmlns:x="u">no</x:t><long-name_é>y</long-name_é></r>\n'
const expected = ['1<r x "é"', '2<t 1&2 3', 't>é <😀<&\n', '2<t ', 't>', '2< ', '>', '2<long-name_é ', 'long-name_é>', 'r>']

test('elements, attributes, text, CDATA, references, comments and instructions are read, however the bytes are cut', () => {
  for (const pieceBytes of [1, 2, 3, 5, 7, 64, 1e9]) expect(eventsOf(document, pieceBytes)).toEqual(expected)
})

test('a prefix for the namespace of the root makes no difference, another namespace does', () => {
  expect(eventsOf('<x:t xmlns:x="u" xmlns:y="v"><x:t/><y:t/><t xmlns="u"/><t/></x:t>')).toEqual(['1<t ', '2<t ', 't>', '2< ', '>', '2<t ', 't>', '2< ', '>', 't>'].filter((event) => event !== ''))
})

test.each([
  ['<a><b></a></b>', 'the element b is not closed where it should be'],
  ['<a></a><b/>', 'it has two roots'], ['<a/>x', /cut off|outside the root/], ['x<a/>', 'text stands outside the root'], ['', 'it is cut off'], ['<a>', 'it is cut off'], ['<a', 'it is cut off'],
  ['</a>', 'an element ends that never began'], ['<a b="1" b="2"/>', 'the attribute b is there twice'], ['<a b=1/>', 'an attribute has no quotes'], ['<a b/>', 'an attribute has no value'],
  ['<a b="1"c="2"/>', 'a tag is not closed'], ['<a b="<"/>', 'an attribute holds a <'], ['<a/ >', 'a tag is not closed'], ['< a/>', 'a tag or an attribute has no name'], ['<1/>', 'a tag or an attribute has no name'],
  ['<a:b:c xmlns:a="u"/>', 'a name is impossible'], ['<x:a/>', 'the prefix x is not declared'], ['<a x:b="1"/>', 'the prefix x is not declared'], ['<a xmlns:x=""/>', 'a prefix is declared wrongly'],
  ['<a>&nbsp;</a>', '&nbsp; names no character'], ['<a>&</a>', '& names no character'], ['<a>& b</a>', '& b names no character'], ['<a>&#0;</a>', 'it holds a character that XML does not allow'], ['<a>&#xD800;</a>', 'it holds a character that XML does not allow'],
  ['<a b="&x;"/>', '&x; names no character'], ['<a>]]></a>', 'a text holds ]]>'], ['<a>\u0001</a>', 'it holds a character that XML does not allow'], ['<a>\ufffe</a>', 'it holds a character that XML does not allow'],
  ['<a><!-- -- --></a>', 'a comment holds --'], ['<a><?xml version="1.0"?></a>', 'an XML declaration stands where none may'], [' <?xml version="1.0"?><a/>', 'an XML declaration stands where none may'],
  ['<?xml version="1.1"?><a/>', 'its XML declaration is wrong'], ['<![CDATA[x]]><a/>', 'text stands outside the root'], ['<!ELEMENT a><a/>', 'an unknown declaration'],
])('%s is refused', (xml, reason) => {
  const found = eventsOf(xml)
  expect(typeof found === 'string' ? found.replace('its XML is broken: ', '') : found).toMatch(reason)
})

test('document types and encodings other than the one at hand are refused by name', () => {
  expect(eventsOf('<!DOCTYPE a><a/>')).toBe('its XML declares a document type')
  expect(eventsOf('<?xml version="1.0" encoding="UTF-16"?><a/>')).toBe('its XML says that it is written in utf-16, and it is not or may not be')
  expect(eventsOf('<?xml version="1.0" encoding="UTF-7"?><a/>')).toContain('utf-7')
  expect(eventsOf(Buffer.from([0x3c, 0x74, 0x3e, 0xed, 0xa0, 0x80, 0x3c, 0x2f, 0x74, 0x3e]))).toBe('a text in it is not valid Unicode')
  expect(eventsOf('<t>\ufffd</t>')).toEqual(['1<t ', 't>\ufffd'])
})

test('over damaged documents it agrees with another parser: the same events, or both refuse', () => {
  const pieces = ['<t>', '</t>', '<r a="1">', '</r>', '<r/>', 'x', '&amp;', '&', ';', ']]>', '<![CDATA[', '<!--', '-->', '--', '<', '>', '"', ' ', 'a="', "'", '=', '/', '?', '<?p', '?>', 'é', '\t', '\n']
  fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (inner) => {
    const xml = `<r>${inner.join('')}</r>`
    const ours = eventsOf(xml)
    const theirs = saxEventsOf(xml)
    expect(typeof ours === 'string' ? null : ours).toEqual(theirs)
  }), { numRuns: 4000 })
})

/** The parser that exceljs brings along. */
interface OtherParser {
  on(event: 'error', take: (error: Error) => void): void
  on(event: 'opentag' | 'closetag', take: (tag: { readonly local: string; readonly attributes: Readonly<Record<string, { readonly value: string }>> }) => void): void
  on(event: 'text' | 'cdata', take: (text: string) => void): void
  write(xml: string): { close(): void }
}
const besideExceljs = createRequire(createRequire(import.meta.url).resolve('exceljs'))
const { SaxesParser } = besideExceljs('saxes') as { readonly SaxesParser: new (settings: { readonly xmlns: boolean; readonly position: boolean }) => OtherParser }

function saxEventsOf(xml: string): readonly string[] | null {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const events: string[] = []
  const texts: string[] = []
  parser.on('error', (error) => { throw error })
  parser.on('opentag', (tag) => {
    const attribute = tag.attributes['a']
    events.push(`${texts.push('')}<${tag.local} ${attribute === undefined ? '' : attribute.value}`)
  })
  const onText = (text: string) => { texts.push((texts.pop() ?? '') + text) }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('closetag', (tag) => {
    const text = texts.pop() ?? ''
    events.push(`${tag.local}>${tag.local.startsWith('t') ? text : ''}`)
  })
  try {
    parser.write(xml).close()
  } catch {
    return null
  }
  return events
}
