// What `npm start` shows: builds, checks the sample drafts in the terminal, then serves the dashboard and the newsroom on loopback.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const build = spawnSync('pnpm', ['--silent', 'run', 'build'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'pipe'],
  encoding: 'utf8',
  shell: process.platform === 'win32',
})
if (build.status !== 0) {
  console.error(build.stdout, build.stderr)
  process.exit(build.status ?? 1)
}

const drafts = readdirSync(`${root}examples/drafts`).map((file) => `examples/drafts/${file}`)
console.log('── 检查 examples/drafts 里的示例稿件（规则包 cn-chongqing-qijiang）\n')
const check = spawnSync(process.execPath, ['packages/rules-core/cli/bin.mjs', 'check', '--pack', 'cn-chongqing-qijiang', ...drafts], {
  cwd: root,
  stdio: 'inherit',
})
// 1: there were findings, which is what the samples are for.
if (check.status !== 0 && check.status !== 1) process.exit(check.status ?? 1)

console.log('\n── 打开本机网页\n')
const { openDemo } = await import('../examples/newsroom/demo.mjs')
const port = Number(process.env.PORT ?? 8787)
try {
  const demo = await openDemo({ dataDir: `${root}data/demo`, endpointPort: port, newsroomPort: port + 1 })
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => demo.close().then(() => process.exit(0)))
} catch (error) {
  // A busy port, a folder that cannot be written: the message says what to do, the stack would not.
  console.error(error.message)
  process.exit(1)
}
