import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Endpoint, lineLog, loadPacks, type OfficeForm, parseConfig, seedOffice, serve } from '@qianshao/sync'

/** A real sync endpoint behind a proxy that keeps a copy of everything that passes, and that can be unplugged. */
export interface OfficeEndpoint {
  url: string
  joinLink(): Promise<string>
  /** Made at the first start, as it is printed once. */
  administrator: { name: string; password: string }
  /** Kinds of the entries that the endpoint has stored, oldest first. */
  kinds(): Promise<readonly string[]>
  entries(): Promise<readonly { id: string; line: string }[]>
  /** Everything that was sent to the endpoint, its database and its log, as text. */
  everything(): string
  unplug(): Promise<void>
  plugIn(): Promise<void>
  close(): Promise<void>
}

const OFFICE = 'shiqiao-town'

/** `own`: what of the office is not as the extension's stories have it. */
export async function startOfficeEndpoint(own: Partial<OfficeForm> = {}): Promise<OfficeEndpoint> {
  const folder = mkdtempSync(join(tmpdir(), 'qianshao-endpoint-'))
  const sent: string[] = []
  const log: string[] = []
  let behind = 0
  let proxy = await listen(
    recordingProxy(() => behind, sent),
    0,
  )
  const port = (proxy.address() as AddressInfo).port
  const url = `http://127.0.0.1:${port}`
  const config = parseConfig({ PORT: String(await freePort()), DATA_DIR: folder, PUBLIC_URL: url })
  const endpoint: Endpoint = await serve(config, { packs: loadPacks(), log: lineLog((line) => log.push(line), Date.now) })
  behind = config.port
  await seedOffice(endpoint, {
    id: OFFICE,
    name: '石桥镇人民政府',
    pack: 'cn-chongqing-qijiang',
    accounts: [
      { id: 'wechat:gh_0123456789ab', name: '石桥镇发布' },
      { id: 'weibo:1234567890', name: '石桥镇发布' },
    ],
    columns: [],
    origins: [],
    ...own,
  })
  const entries = async () => {
    const rows = await endpoint.store.entries({ office: OFFICE })
    return rows.map((row) => ({ id: row.entry.id, kind: row.entry.kind, line: row.line }))
  }
  return {
    url,
    administrator: endpoint.firstAdministrator!,
    joinLink: async () => (await endpoint.makeJoinCode(OFFICE)).link,
    kinds: async () => (await entries()).map(({ kind }) => kind),
    entries,
    everything: () =>
      [
        ...sent,
        ...log,
        ...readdirSync(folder)
          .filter((name) => name.includes('.db'))
          .map((name) => readFileSync(join(folder, name), 'utf8')),
      ].join('\n'),
    unplug: () => closed(proxy),
    async plugIn() {
      proxy = await listen(
        recordingProxy(() => behind, sent),
        port,
      )
    },
    async close() {
      await closed(proxy)
      await endpoint.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function recordingProxy(target: () => number, sent: string[]): Server {
  return createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const body = Buffer.concat(chunks)
      const plain = incoming.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
      sent.push(`${incoming.method} ${incoming.url}\n${JSON.stringify(incoming.headers)}\n${plain.toString('utf8')}`)
      const onward = request(
        { host: '127.0.0.1', port: target(), method: incoming.method, path: incoming.url, headers: incoming.headers },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(outgoing)
        },
      )
      onward.on('error', () => outgoing.destroy())
      onward.end(body)
    })
  })
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = await listen(createServer(), 0)
  const { port } = server.address() as AddressInfo
  await closed(server)
  return port
}

function listen(server: Server, port: number): Promise<Server> {
  return new Promise((listening, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => listening(server))
  })
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((done) => server.close(() => done()))
}
