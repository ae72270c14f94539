import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Everything that reached the server, byte by byte. */
export interface Received {
  host: string
  method: string
  path: string
  body: string
}

export interface ReplicaServer {
  port: number
  received: readonly Received[]
  /** Requests that publish: what must not be there while a draft is held. */
  published(): readonly Received[]
  forget(): void
  close(): Promise<void>
}

const HOSTS = ['mp.weixin.qq.com', 'weibo.com', 'www.weibo.com', 'card.weibo.com']
const SITES = fileURLToPath(new URL('../../packages/extension/sites/', import.meta.url))
const REPLICAS = fileURLToPath(new URL('replicas/', import.meta.url))

const PUBLISHES = /^\/cgi-bin\/masssend(?!page)|^\/ajax\/statuses\/(?:update|modify)|\/draft\/publish(?:timing)?(?:\?|$)/

// As strict as a page can be: nothing of ours may need an exception.
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** Serves the replica pages as if it were the real hosts; Chromium is told to look for them here. */
export async function startReplicaServer(): Promise<ReplicaServer> {
  const received: Received[] = []
  const scripts = await bundleReplicas()
  const server = createServer(throwAwayCertificate(HOSTS), (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const host = request.headers.host ?? ''
      // Servers fold repeated slashes.
      const path = (request.url ?? '/').replace(/^\/{2,}/, '/')
      received.push({ host, method: request.method ?? '', path, body: Buffer.concat(chunks).toString('utf8') })
      const { type, body } = answer(host, path, scripts)
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': type, 'content-security-policy': CSP })
      response.end(body)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    port: (server.address() as AddressInfo).port,
    received,
    published: () => received.filter(({ method, path }) => method === 'POST' && PUBLISHES.test(path) && !/copyright_stat/.test(path)),
    forget: () => {
      received.length = 0
    },
    close: () => closed(server),
  }
}

/** A certificate for one run; Chromium is told not to check it, since nothing else can be reached anyway. */
export function throwAwayCertificate(hosts: readonly string[]): ServerOptions {
  const folder = mkdtempSync(join(tmpdir(), 'qianshao-cert-'))
  const key = join(folder, 'key.pem')
  const cert = join(folder, 'cert.pem')
  const names = hosts.map((host) => `DNS:${host}`).join(',')
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=replica'].concat([
      '-addext',
      `subjectAltName=${names}`,
      '-keyout',
      key,
      '-out',
      cert,
    ]),
    { stdio: 'ignore' },
  )
  const pair = { key: readFileSync(key), cert: readFileSync(cert) }
  rmSync(folder, { recursive: true })
  return pair
}

function answer(host: string, path: string, scripts: ReadonlyMap<string, string>): { type: string; body: string | undefined } {
  const { pathname, searchParams } = new URL(path, `https://${host}`)
  const script = scripts.get(pathname)
  if (script !== undefined) return { type: 'text/javascript; charset=utf-8', body: script }
  if (pathname === '/replica/page.css') return { type: 'text/css', body: readFileSync(join(REPLICAS, 'page.css'), 'utf8') }
  if (pathname === '/cgi-bin/operate_appmsg')
    return json({ base_resp: { ret: 0, err_msg: 'ok' }, ret: '0', appMsgId: 100000001, data_seq: '1' })
  if (pathname === '/cgi-bin/masssend') return json({ base_resp: { ret: 0 } })
  if (pathname.startsWith('/ajax/')) return json({ ok: 1, data: { id: 5000000000000001 } })
  if (pathname.includes('/aj/editor/draft/')) return json({ code: 100000, data: { id: searchParams.get('id') } })
  const page = pageFor(host)
  return { type: 'text/html; charset=utf-8', body: page && existsSync(page) ? readFileSync(page, 'utf8') : undefined }
}

function pageFor(host: string): string | undefined {
  if (host.startsWith('mp.weixin.qq.com')) return join(SITES, 'wechat-mp/page.html')
  if (host.startsWith('card.weibo.com')) return join(SITES, 'weibo/article.html')
  return /^(?:www\.)?weibo\.com/.test(host) ? join(SITES, 'weibo/page.html') : undefined
}

function json(value: unknown): { type: string; body: string } {
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}

async function bundleReplicas(): Promise<ReadonlyMap<string, string>> {
  const names = ['wechat-mp', 'weibo', 'weibo-article']
  const { outputFiles } = await build({
    entryPoints: names.map((name) => join(REPLICAS, `${name}.ts`)),
    bundle: true,
    write: false,
    outdir: REPLICAS,
    format: 'iife',
    target: 'es2022',
  })
  return new Map(outputFiles.map((file, i) => [`/replica/${names[i]}.js`, file.text]))
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((done) => server.close(() => done()))
}
