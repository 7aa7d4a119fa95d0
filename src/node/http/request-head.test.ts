import { expect, test } from 'vitest'
import { requestHead } from './request-head.ts'

const url = new URL('https://rest.example.com/v1')

test('a request line, the host, the headers and an empty line', () => {
  expect(requestHead(url, { method: 'GET', path: '/customers?page=1' }, { accept: 'application/json' })).toBe('GET /v1/customers?page=1 HTTP/1.1\r\nhost: rest.example.com\r\naccept: application/json\r\n\r\n')
  expect(requestHead(new URL('http://[::1]:4010'), { method: 'POST', path: '/sites' }, {})).toBe('POST /sites HTTP/1.1\r\nhost: [::1]:4010\r\n\r\n')
})

test.each(['/a b', '/a\r\nX: y', '/ä', '', '/a\0'])('a path %j is refused', (path) => {
  expect(() => requestHead(new URL('http://localhost/'), { method: 'GET', path }, {})).toThrow(/path/)
})

test.each(['', ' a', 'a\r\nX: y', 'a\n', 'é', 'a\0'])('a header %j is refused', (value) => {
  expect(() => requestHead(url, { method: 'GET', path: '/a' }, { authorization: value })).toThrow(/authorization/)
})
