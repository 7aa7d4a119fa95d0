import type { Result } from '#core/model/result.ts'
import { fail, ok } from '#core/model/result.ts'

/**
 * The API's address in its one spelling, so that a lock and a resumed run mean the same server: scheme, host and path, no
 * trailing slash. Only https, or http on this machine: anything else would show the password to the network.
 */
export function parseBaseUrl(text: string): Result<URL> {
  const bad = (what: string) => fail('bad-address', `The address "${text}" ${what}. An example: https://rest.elevatebilling.com/v1`)
  if (!URL.canParse(text.trim())) return bad('is no web address')
  const url = new URL(text.trim())
  if (url.username !== '' || url.password !== '') return bad('must not contain a user or a password')
  if (url.search !== '' || url.hash !== '') return bad('must end with its path, without ? or #')
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return bad('must begin with https://, because the password would be readable on the way')
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return bad('must begin with https://')
  url.pathname = url.pathname.replace(/\/+$/, '')
  return ok(url)
}

export function baseUrlText(url: URL): string {
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

/** This machine itself. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}
