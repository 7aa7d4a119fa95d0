import { protocol } from 'electron'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export const bundleOrigin = 'app://bundle'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2',
}

const contentSecurityPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'none'",
  "frame-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** Must run before the app is ready. A scheme of our own instead of `file://`, which may read any file. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
}

/** Serves the built page from a fixed table of files made at start: no path is ever joined from a request. */
export function serveBundle(): void {
  const files = listFiles(join(import.meta.dirname, '../renderer'))
  protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url)
    const file = host === 'bundle' ? files.get(pathname === '/' ? '/index.html' : pathname) : undefined
    if (file === undefined || request.method !== 'GET') return new Response('Not found', { status: 404 })
    return new Response(new Uint8Array(readFileSync(file)), {
      headers: {
        'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
    })
  })
}

function listFiles(root: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(path.slice(root.length).replaceAll('\\', '/'), path)
  }
  return files
}
