// Where and of what a run was made: without it no figure means anything.
import { spawnSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { root } from './bundle.mjs'
import { CHROMIUM } from './chromium.mjs'

export function environment() {
  const [cpu] = cpus()
  const changed = said('git', ['status', '--porcelain', '--', 'packages', 'bench']) === '' ? '' : ' with changes'
  return [
    `- date: ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `- commit: ${said('git', ['rev-parse', '--short=12', 'HEAD']) ?? 'unknown'}${changed}`,
    `- machine: ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${type()} ${release()}, load ${loadavg()[0].toFixed(1)}`,
    `- Node ${process.version} (V8 ${process.versions.v8})`,
    `- ${said(CHROMIUM, ['--version']) ?? 'no Chromium'}`,
  ].join('\n')
}

function said(command, args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}
