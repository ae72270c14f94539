import { isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'

/** How the endpoint runs, read once from the environment. */
export interface Config {
  port: number
  host: string
  dataDir: string
  databaseFile: string
  /** The address that people and devices use, without a slash at the end. */
  publicUrl: string
}

const LOOPBACK = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|localhost)$/

const environment = z.object({
  PORT: z._default(
    z.string().check(
      z.regex(/^\d{1,5}$/, 'PORT 要写端口号，0 到 65535'),
      z.refine((text) => Number(text) <= 65_535, 'PORT 要写端口号，0 到 65535'),
    ),
    '8787',
  ),
  HOST: z._default(z.string().check(z.minLength(1, 'HOST 不能空')), '127.0.0.1'),
  DATA_DIR: z._default(z.string().check(z.minLength(1, 'DATA_DIR 不能空')), './data'),
  DATABASE_URL: z.optional(z.string()),
  PUBLIC_URL: z.optional(z.string().check(z.regex(/^https?:\/\/[^\s/]+$/, 'PUBLIC_URL 写作 https://主机名，不带路径和末尾的斜杠'))),
})

/** Reads the environment; throws one error that lists everything wrong in it. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(env)
  if (!parsed.success) throw new Error(`config: ${parsed.error.issues.map(({ message }) => message).join('；')}。`)
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL } = parsed.data
  const dataDir = resolve(DATA_DIR)
  const port = Number(PORT)
  const publicUrl = PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}`
  if (!LOOPBACK.test(HOST) && PUBLIC_URL === undefined) {
    throw new Error('config: HOST 对外开放时，要用 PUBLIC_URL 写明对外的 https 地址，加入链接和登录都要用它。')
  }
  return { port, host: HOST, dataDir, databaseFile: databaseFile(DATABASE_URL, dataDir), publicUrl }
}

function databaseFile(url: string | undefined, dataDir: string): string {
  if (url === undefined || url === '') return resolve(dataDir, 'qianshao.db')
  if (!url.startsWith('file:')) {
    throw new Error(
      `config: DATABASE_URL 只支持 file: 开头的 SQLite 文件（现在写的是 ${url.split(':')[0]}:）。删去它就用 DATA_DIR 里的数据库。`,
    )
  }
  if (url.startsWith('file://')) return fileURLToPath(url)
  const path = url.slice('file:'.length)
  return isAbsolute(path) ? path : resolve(path)
}
