import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as tls from 'node:tls'

type ReadStore = (type: 'default' | 'system') => readonly string[]

/** Since Node 22.15; asked for, because the program also runs in older ones. */
const nodesReader = (tls as { readonly getCACertificates?: ReadStore }).getCACertificates ?? null

/** Where Linux distributions keep their authorities in one file. */
const BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/ca-bundle.pem', '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem', '/etc/ssl/cert.pem',
]

export interface Stores {
  /** Null: this Node cannot. */
  readonly read?: ReadStore | null
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly bundles?: readonly string[]
}

/**
 * Whose signatures are believed: Node's own list, and what the administrator of this computer has added to the system's, so that a
 * company's own authority works. It only ever adds; nothing turns the check off.
 */
export function readAuthorities({ read = nodesReader, env = process.env, bundles = BUNDLES }: Stores = {}): readonly string[] {
  if (read !== null) return [...new Set([...read('default'), ...readSystem(read)])]
  // Node 20 cannot read the store of Windows or macOS.
  const named = env['SSL_CERT_FILE'] ?? ''
  const files = [env['NODE_EXTRA_CA_CERTS'] ?? '', ...(named === '' ? bundles : [named])].filter((file) => file !== '')
  return [...new Set([...tls.rootCertificates, ...files.flatMap(readBundle)])]
}

function readSystem(read: ReadStore): readonly string[] {
  try {
    return read('system')
  } catch {
    // A store that cannot be read adds nothing: connections are then judged by Node's own list.
    return []
  }
}

function readBundle(file: string): readonly string[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return []
  }
  return (text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).filter(isCertificate)
}

/** One that is broken would make all of them unusable. */
function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0
  } catch {
    return false
  }
}
