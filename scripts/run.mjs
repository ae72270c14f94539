// The bootstrap behind `npm start` and `npm test`: brings pnpm, the dependencies and, for tests, Chromium
// with a Chinese font. Assumes Node and npm, nothing else.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
const task = process.argv[2]

installDependencies()
if (task === 'test') installBrowser()
// What is shown at the start is for its reader; what the tests' steps have to say must all be heard.
pnpm('run', ...(task === 'start' ? ['--silent'] : []), `ci:${task}`)

function installDependencies() {
  const stampFile = `${root}node_modules/.bootstrap`
  const stamp = createHash('sha256')
    .update(readFileSync(`${root}pnpm-lock.yaml`))
    .digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  pnpm('install', '--frozen-lockfile', '--prefer-offline')
  writeFileSync(stampFile, stamp)
}

function installBrowser() {
  const missing = []
  if (!process.env.CHROMIUM && !existsSync('/usr/bin/chromium')) missing.push('chromium')
  if (!hasChineseFont()) missing.push('fonts-wqy-microhei')
  if (!answers('openssl', ['version'])) missing.push('openssl')
  if (missing.length === 0) return
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !answers('apt-get', ['--version'])) {
    console.error(`测试还缺少：${missing.join('、')}。请先安装；Chromium 装在别处时，用环境变量 CHROMIUM 指出它的路径。`)
    process.exit(1)
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], { env })
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env })
}

function hasChineseFont() {
  const list = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  // macOS and Windows bring Chinese fonts with them and have no fc-list.
  return process.platform !== 'linux' || (list.status === 0 && list.stdout.trim() !== '')
}

function answers(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

// --prefer-offline: otherwise npx asks the registry each time, and a start without a network waits for it in vain.
function pnpm(...args) {
  run('npx', ['--yes', '--prefer-offline', packageManager, ...args], { env: { ...process.env, CI: process.env.CI ?? 'true' } })
}

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options })
  if (error) console.error(`${command}: ${error.message}`)
  if (status !== 0) process.exit(status ?? 1)
}
