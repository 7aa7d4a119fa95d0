import type { Random } from '../../../scripts/examples/random.ts'

export const ACCOUNT = 'A1'
export const OWNER = '1'

/** What a server says that has created customer A1 of owner 1. */
export const created = '{"id":9007199254740993,"customerAccountNumber":"A1","contractOwnerId":1,"sites":[{"id":5,"siteReference":"HQ"}]}'
/** A list that a look-up may answer. */
export const listed = `[${created}]`

const errors = [
  '{"error":"Bad Request","message":"customerName: too long"}', '{"error":"Internal Server Error"}', '{"message":""}', '{}', '{"message":7}', '{"error":null,"message":null}',
  '<!DOCTYPE html><html><title>Sign in</title></html>', '<?xml version="1.0"?><error/>', 'Forbidden', '',
]
const wrongIds = ['null', '-1', '0', '1.5', '1e999', '"7"', '"x"', '{}', '[]', 'true', '""', '9'.repeat(40), `"${'9'.repeat(40)}"`, 'NaN']

/** Mostly not what was hoped for. Bytes, because some are no text. */
export function makeBody(random: Random, good: string): Buffer {
  const kinds: readonly (() => string | Buffer)[] = [
    () => good,
    () => good.replace('A1', random.pick(['A2', 'a1', 'A1 ', '\\u0041\\u0031', String.raw`A1\u0000\u202e\n\u001b[2J`, 'A'.repeat(3_000), '\u0391' + '1', ''])),
    () => good.replace('"contractOwnerId":1', `"contractOwnerId":${random.pick(['2', 'null', '"1"', '{}'])}`),
    () => good.replace('9007199254740993', random.pick(wrongIds)),
    () => good.replace('"id":9007199254740993,', ''),
    () => good.replace('{', random.pick(['{"id":1,', '{"__proto__":{"id":1,"customerAccountNumber":"A1"},', '{"constructor":{"prototype":{}},', '{"customerAccountNumber":"B9",'])),
    () => good.replace('[{"id":5', random.pick(['{"id":5', '[[{"id":5', '[null,{"id":5', '[{"id":"x"'])),
    () => random.pick(['[', '{"a":']).repeat(random.pick([65, 1_000, 100_000])),
    () => `{"id":1,"customerAccountNumber":"A1","deep":${'['.repeat(80)}${']'.repeat(80)}}`,
    () => `\ufeff${good}`,
    () => Buffer.concat([Buffer.from(good.slice(0, -1)), Buffer.from(',"x":"'), Buffer.from([random.pick([0xff, 0xc0, 0xed, 0x80])]), Buffer.from('"}')]),
    () => `${good}${random.pick([' ', '\r\n\t', '\0', '{}', ',', 'x', '\u00a0'])}`,
    () => good.slice(0, random.below(good.length)),
    () => `${good.slice(0, -1)},"x":"${'x'.repeat(random.pick([100, 100, 100, 70_000, 1_100_000]))}"}`,
    () => good.replace(':1,', random.pick([':NaN,', ':Infinity,', ':01,', ':+1,', ':.5,', ":'1',", ':1,,'])),
    () => good.replaceAll('"', "'"),
    () => good.replace('"HQ"', String.raw`"\ud800\u0000\u202e<script>"`),
    () => random.pick(errors),
    () => JSON.stringify({ message: `${random.pick(['\u001b[31m', '=cmd|', '<b>', '\ud83d', '\u202e'])}${random.pick(['x', '\ud83d\ude00', '\u0000', '"'])}`.repeat(random.pick([1, 90, 400])) }),
    () => random.pick(['null', 'true', '0', '""', '[]', '"A1"', created.slice(1)]),
  ]
  const body = random.chance(0.45) ? good : random.pick(kinds)()
  return typeof body === 'string' ? Buffer.from(body) : body
}
