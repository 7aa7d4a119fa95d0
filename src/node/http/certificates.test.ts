import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { expect, test } from 'vitest'
import { createAuthority } from '../../../test/wire/support/certificates.ts'
import { readAuthorities } from './certificates.ts'

const [one = '', two = '', three = ''] = rootCertificates
const foreign = createAuthority('Company CA').cert
const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'

function fileOf(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'onboarder-authorities-')), 'bundle.pem')
  writeFileSync(path, text)
  return path
}

test('N16: what the system lists is added to what Node lists, never put in its place', () => {
  const read = (type: 'default' | 'system') => (type === 'default' ? [one, two] : [two, three])
  expect(readAuthorities({ read })).toEqual([one, two, three])
})

test('N16: a system store that cannot be read leaves what Node lists', () => {
  const read = (type: 'default' | 'system') => {
    if (type === 'system') throw new Error('no store')
    return [one]
  }
  expect(readAuthorities({ read })).toEqual([one])
})

test('N16: where Node cannot read the store, the bundle of the system or of SSL_CERT_FILE is added, and NODE_EXTRA_CA_CERTS', () => {
  const of = (stores: Parameters<typeof readAuthorities>[0]) => readAuthorities({ read: null, ...stores }).length - rootCertificates.length
  expect(of({ env: {}, bundles: [fileOf(`# a comment\n${one}\n${broken}${foreign}`)] })).toBe(1)
  expect(of({ env: { SSL_CERT_FILE: fileOf(foreign) }, bundles: [fileOf('nothing')] })).toBe(1)
  expect(of({ env: { NODE_EXTRA_CA_CERTS: fileOf(foreign) }, bundles: [] })).toBe(1)
  expect(of({ env: { SSL_CERT_FILE: '/no/such/file' }, bundles: ['/no/such/bundle'] })).toBe(0)
})
