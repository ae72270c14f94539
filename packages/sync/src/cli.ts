import { join } from 'node:path'
import { parseConfig } from './config.ts'
import { loadCalendar } from './load-calendar.ts'
import { loadPacks } from './load-packs.ts'
import { lineLog } from './log.ts'
import { serve } from './serve.ts'

const HELP = `qianshao-sync：前哨服务端

用法
  qianshao-sync serve     启动服务端和看板
  qianshao-sync --help    显示这段说明

环境变量
  PORT          端口，默认 8787
  HOST          监听地址，默认 127.0.0.1（只有本机能访问）
  DATA_DIR      数据库和密钥所在的文件夹，默认 ./data
  DATABASE_URL  数据库，file: 开头的 SQLite 文件；不写就用 DATA_DIR 里的
  PUBLIC_URL    对外的地址，如 https://qianshao.example.gov.cn；HOST 对外开放时必须写
`

await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<void> {
  if (args.length === 1 && args[0] === 'serve') return start()
  const isHelp = args.length === 1 && (args[0] === '--help' || args[0] === '-h')
  if (isHelp) process.stdout.write(HELP)
  else {
    process.stderr.write(`${args.length === 0 ? '要写做什么。' : `没有“${args.join(' ')}”这个命令。`}\n\n${HELP}`)
    process.exitCode = 2
  }
}

async function start(): Promise<void> {
  try {
    const log = lineLog((line) => process.stderr.write(line), Date.now)
    const config = parseConfig(process.env)
    const calendar = loadCalendar(join(config.dataDir, 'calendars'))
    const endpoint = await serve(config, { packs: loadPacks(), calendar, log })
    process.stdout.write(`前哨服务端已启动：${endpoint.url}\n`)
    const first = endpoint.firstAdministrator
    if (first) process.stdout.write(`看板登录名 ${first.name}，密码 ${first.password}（只显示这一次，请记下）\n`)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        endpoint.close().then(
          () => process.exit(0),
          (error: unknown) => fail(error),
        )
      })
    }
  } catch (error) {
    fail(error)
  }
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
