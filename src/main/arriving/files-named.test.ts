import { expect, test } from 'vitest'
import { filesHandedOver, filesNamed } from './files-named.ts'

const there = (...paths: readonly string[]) => (path: string): boolean => paths.includes(path)

test('the files of a start are those of its arguments that exist, as whole paths, each once', () => {
  const args = ['--no-sandbox', '', '.', '/app', 'may.csv', 'sub/June 1.xlsx', '/else/may.csv', 'file:///home/a/July%202.csv', '/home/a/may.csv', '--file=/else/may.csv', 'gone.csv']
  expect(filesNamed(args, '/home/a', there('/home/a/may.csv', '/home/a/sub/June 1.xlsx', '/else/may.csv', '/home/a/July 2.csv')))
    .toEqual(['/home/a/may.csv', '/home/a/sub/June 1.xlsx', '/else/may.csv', '/home/a/July 2.csv'])
  expect(filesNamed(['file://server/share/a.csv', 'file:///%E0%A4%A'], '/', () => true)).toEqual([])
  expect(filesNamed(Array.from({ length: 30 }, (_, index) => `${index}.csv`), '/', () => true)).toHaveLength(20)
})

test('a second start hands over paths and nothing else', () => {
  expect(filesHandedOver({ files: ['/a.csv', 7, 'b.csv', null, '/c.csv'] })).toEqual(['/a.csv', '/c.csv'])
  for (const data of [null, undefined, 'x', [], {}, { files: 'x' }]) expect(filesHandedOver(data)).toEqual([])
})
