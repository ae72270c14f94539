// The endpoint takes signed batches of eight devices and answers when they are on the disk: packages/sync/bench, with the endpoint of this tree.
import { cpSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DEVICES, measureIngest } from '../../packages/sync/bench/ingest.mjs'
import { bundleForNode, root } from '../bundle.mjs'
import { median, ms, percentile } from '../measure.mjs'
import { row } from '../rows.mjs'

const endpoint = fileURLToPath(new URL('../dist/endpoint/', import.meta.url))

export async function measure({ quick }) {
  await bundleForNode('packages/sync/src/cli.ts', `${endpoint}cli.mjs`, ['libsql'])
  cpSync(`${root}packages/sync/src/store/migrations`, `${endpoint}migrations`, { recursive: true })
  const found = await measureIngest({ program: `${endpoint}cli.mjs`, seconds: quick ? 1 : 5 })
  return found.map(({ entries, times, seconds }) =>
    row(`${entries === 1 ? 'one entry' : `${entries} entries`} a batch`, (times.length * entries) / seconds, {
      show: (value) => `${value.toFixed(0)} entries/s`,
      note: `${DEVICES} devices, one batch each at a time; an answer takes ${ms(median(times))} ms, p99 ${ms(percentile(times, 0.99))} ms; ${times.length} requests`,
    }),
  )
}
