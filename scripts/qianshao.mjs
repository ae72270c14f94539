// Runs the command line from a checkout; builds it first if needed, with the build's words on stderr,
// so that standard output carries the answer alone.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = `${root}packages/rules-core/dist/cli/qianshao.js`
const pack = `${root}packages/rules-core/dist/packs/cn.pack.json`

if (!existsSync(pack)) build(process.execPath, ['scripts/build-packs.mjs'])
if (!existsSync(bin)) build('pnpm', ['--filter', '@qianshao/rules-core', 'run', 'build'])

function build(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (status !== 0) process.exit(2)
}

// pnpm runs scripts in the workspace root; files are named from where the person stands.
const result = spawnSync(process.execPath, [bin, ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
})
process.exit(result.status ?? 2)
