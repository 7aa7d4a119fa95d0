// Certificates made on the spot, by hand: no test needs a tool that may be missing. Just enough of X.509 (RFC 5280).
import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

export interface Signed {
  readonly cert: string
  readonly key: string
}

export interface Authority extends Signed {
  /** A certificate of a server. `days`: from now, negative for one that has ended. */
  issue(host: string, days?: number): Signed
}

export function createAuthority(name: string): Authority {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const write = (subject: string, key: KeyObject, more: { readonly days: number; readonly extension: Buffer }): Signed => ({
    cert: certificate({ issuer: name, subject, key, signer: privateKey, ...more }),
    key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  })
  return {
    ...write(name, privateKey, { days: 30, extension: extension([0x55, 0x1d, 0x13], der(0x30, der(0x01, Buffer.from([0xff])))) }),
    issue: (host, days = 30) => write(host, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, { days, extension: extension([0x55, 0x1d, 0x11], der(0x30, der(0x82, Buffer.from(host)))) }),
  }
}

interface Wanted {
  readonly issuer: string
  readonly subject: string
  readonly key: KeyObject
  readonly signer: KeyObject
  readonly days: number
  readonly extension: Buffer
}

const ECDSA_SHA256 = der(0x30, der(0x06, Buffer.from([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02])))

function certificate({ issuer, subject, key, signer, days, extension: only }: Wanted): string {
  const serial = Buffer.concat([Buffer.from([0x01]), randomBytes(8)])
  const contents = der(0x30,
    der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, serial), ECDSA_SHA256, commonName(issuer),
    der(0x30, time(Math.min(days, 0) - 60), time(days)), commonName(subject),
    createPublicKey(key).export({ type: 'spki', format: 'der' }), der(0xa3, der(0x30, only)))
  const whole = der(0x30, contents, ECDSA_SHA256, bits(sign('sha256', contents, signer)))
  return `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END CERTIFICATE-----\n`
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function bits(content: Buffer): Buffer {
  return der(0x03, Buffer.from([0]), content)
}

function commonName(text: string): Buffer {
  return der(0x30, der(0x31, der(0x30, der(0x06, Buffer.from([0x55, 0x04, 0x03])), der(0x0c, Buffer.from(text)))))
}

function extension(id: readonly number[], content: Buffer): Buffer {
  return der(0x30, der(0x06, Buffer.from(id)), der(0x01, Buffer.from([0xff])), der(0x04, content))
}

function time(days: number): Buffer {
  const text = new Date(Date.now() + days * 86_400_000).toISOString().replaceAll(/[-:T]|\.\d+/g, '').slice(2)
  return der(0x17, Buffer.from(text))
}
