import { expect, test } from 'vitest'
import { baseUrlText, parseBaseUrl } from './base-url.ts'

const spelling = (text: string): string => {
  const parsed = parseBaseUrl(text)
  return parsed.ok ? baseUrlText(parsed.value) : parsed.failure.code
}

test('one server has one spelling', () => {
  for (const text of ['https://rest.example.com/v1', ' HTTPS://Rest.Example.com:443/v1/ ', 'https://rest.example.com/v1//']) expect(spelling(text)).toBe('https://rest.example.com/v1')
  expect(spelling('https://rest.example.com')).toBe('https://rest.example.com')
})

test('http is for this machine only', () => {
  for (const text of ['http://127.0.0.1:8080/v1', 'http://localhost:1', 'http://[::1]:1']) expect(spelling(text)).toMatch(/^http:/)
  for (const text of ['http://rest.example.com', 'http://127.0.0.1.example.com', 'http://localhost.example.com', 'http://10.0.0.1']) expect(spelling(text)).toBe('bad-address')
})

test('anything else is refused', () => {
  const odd = ['', 'rest.example.com', 'ftp://a', 'file:///etc/passwd', 'https://u:p@a', 'https://a/?x=1', 'https://a/#x']
  expect(odd.filter((text) => spelling(text) !== 'bad-address')).toEqual([])
})
