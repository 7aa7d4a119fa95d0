import { expect, test } from 'vitest'
import { sniffKind } from './sniff-kind.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)

test('signatures decide', () => {
  expect(sniffKind(bytes('504b0304', 'hex'))).toBe('zip')
  expect(sniffKind(bytes('d0cf11e0a1b11ae1', 'hex'))).toBe('ole')
  expect(sniffKind(bytes('%PDF-1.7'))).toBe('pdf')
  expect(sniffKind(bytes('{\\rtf1'))).toBe('rtf')
  expect(sniffKind(bytes('89504e470d0a1a0a', 'hex'))).toBe('image')
  expect(sniffKind(bytes('1f8b0800', 'hex'))).toBe('archive')
})

test('web pages and XML spreadsheets are known by their first tags, in any encoding', () => {
  expect(sniffKind(bytes('\n<!DOCTYPE html><table>'))).toBe('html')
  expect(sniffKind(bytes('<table border=1><tr>'))).toBe('html')
  expect(sniffKind(bytes('\ufeff<html xmlns:x="urn">', 'utf16le'))).toBe('html')
  expect(sniffKind(bytes('<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas">'))).toBe('spreadsheet-xml')
  expect(sniffKind(bytes('<?xml version="1.0"?><note/>'))).toBe('binary')
})

test('text is text in every encoding, and a table cell that begins with a tag too', () => {
  for (const encoding of ['utf8', 'utf16le', 'latin1'] as const) expect(sniffKind(bytes('Name,Café\n1,2\n', encoding))).toBe('text')
  expect(sniffKind(bytes('<name>,b\n1,2\n'))).toBe('text')
})

test('zero bytes all over are no text', () => {
  expect(sniffKind(Buffer.alloc(512))).toBe('binary')
  expect(sniffKind(Buffer.from('fffe00006100000062000000', 'hex'))).toBe('binary')
  expect(sniffKind(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 7, 0, 0, 3, 0]))).toBe('binary')
})
