const untrusted = 'the certificate of the server is not signed by anybody this computer trusts'
const old = 'the server speaks no version of TLS that is safe'

const sayings: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no server of this name',
  EAI_AGAIN: 'the name of the server cannot be looked up at the moment',
  ECONNREFUSED: 'nothing answers at this address',
  EHOSTUNREACH: 'there is no way to the server',
  ENETUNREACH: 'there is no network',
  ETIMEDOUT: 'the server does not answer',
  ECONNRESET: 'the connection was broken off',
  EPIPE: 'the connection was broken off',
  CERT_HAS_EXPIRED: 'the certificate of the server has expired',
  CERT_NOT_YET_VALID: 'the certificate of the server is not valid yet: look at the clock of this computer',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate belongs to another server',
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: old,
  ERR_SSL_UNSUPPORTED_PROTOCOL: old,
  ERR_SSL_WRONG_VERSION_NUMBER: 'the server does not speak TLS at this address',
}

/** Plain words for what operators meet; the code stays for whoever helps them. */
export function describeError(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  if (code === null) return error.message
  const saying = sayings[code]
  return saying === undefined ? `${error.message} (${code})` : `${saying} (${code})`
}
