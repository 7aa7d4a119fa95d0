import { expect, test } from 'vitest'
import { headWriter } from './request-head.ts'

const url = new URL('https://rest.example.com/v1')

test('a request line, the host, the headers and an empty line', () => {
  expect(headWriter(url, { accept: 'application/json' })({ method: 'GET', path: '/customers?page=1' }, { authorization: 'Bearer x' })).toBe('GET /v1/customers?page=1 HTTP/1.1\r\nhost: rest.example.com\r\naccept: application/json\r\nauthorization: Bearer x\r\n\r\n')
  expect(headWriter(new URL('http://[::1]:4010'), {})({ method: 'POST', path: '/sites' }, {})).toBe('POST /sites HTTP/1.1\r\nhost: [::1]:4010\r\n\r\n')
})

test.each(['/a b', '/a\r\nX: y', '/ä', '', '/a\0'])('a path %j is refused', (path) => {
  expect(() => headWriter(new URL('http://localhost/'), {})({ method: 'GET', path }, {})).toThrow(/path/)
})

test.each(['', ' a', 'a\r\nX: y', 'a\n', 'é', 'a\0'])('a header %j is refused', (value) => {
  expect(() => headWriter(url, {})({ method: 'GET', path: '/a' }, { authorization: value })).toThrow(/authorization/)
  expect(() => headWriter(url, { authorization: value })).toThrow(/authorization/)
})
