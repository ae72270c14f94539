// How fast the built endpoint takes signed batches on this machine, over loopback and down to the disk.
// Everything is signed before the clock starts; ends by itself. Run: node bench/ingest.mjs (after a build).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createSignedDevice } from './signed-device.mjs'

export const DEVICES = 8
const SECONDS = 5 // for each size, so that two sizes and the start stay below twenty
const OFFICE = {
  id: 'bench',
  name: '测速单位',
  pack: 'cn',
  accounts: [{ id: 'web:www.bench.example', name: '测速网站' }],
  columns: [],
  origins: [],
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, ${DEVICES} devices, Node ${process.version}\n`)
  for (const { entries, times, seconds } of await measureIngest()) {
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1)
    const rate = times.length / seconds
    process.stdout.write(
      `${entries} a batch: ${rate.toFixed(0)} requests/s, ${(rate * entries).toFixed(0)} entries/s, median ${at(0.5)} ms, p99 ${at(0.99)} ms (${times.length} requests in ${seconds.toFixed(1)} s)\n`,
    )
  }
}

/** Starts `program` as an endpoint of its own, and answers for each size of batch the sorted milliseconds of its requests. */
export async function measureIngest({ program = fileURLToPath(new URL('../bin.mjs', import.meta.url)), seconds = SECONDS } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'qianshao-ingest-'))
  const server = spawn(process.execPath, [program, 'serve'], {
    env: { ...process.env, PORT: '18797', HOST: '127.0.0.1', DATA_DIR: folder, PUBLIC_URL: 'http://127.0.0.1:18797', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  process.once('exit', () => server.kill())
  try {
    const { url, password } = await started(server)
    const devices = await joinedDevices(url, password)
    return [
      await measured(devices, { entries: 1, batches: 40 * seconds, seconds }),
      await measured(devices, { entries: 50, batches: 5 * seconds, seconds }),
    ]
  } finally {
    server.kill('SIGTERM')
    if (server.exitCode === null) await once(server, 'exit')
    rmSync(folder, { recursive: true })
  }
}

async function started(child) {
  let text = ''
  for await (const bytes of child.stdout) {
    text += bytes
    const [, url] = /已启动：(\S+)/.exec(text) ?? []
    const [, password] = /密码 (\S+?)（/.exec(text) ?? []
    if (url && password) return { url, password }
  }
  throw new Error('ingest: the endpoint did not start; is it built, and is port 18797 free?')
}

/** Eight devices that joined as real ones do: administrator, office, a code each. */
async function joinedDevices(url, password) {
  const { authority } = await (await fetch(`${url}/v1/hello`)).json()
  const signIn = await sent(`${url}/api/session`, { method: 'POST', body: JSON.stringify({ name: 'admin', password }) })
  const headers = { cookie: signIn.headers.get('set-cookie').split(';')[0], 'x-csrf-token': (await signIn.json()).csrf }
  await sent(`${url}/api/offices/${OFFICE.id}`, { method: 'PUT', headers, body: JSON.stringify(OFFICE) })
  const devices = []
  for (let i = 0; i < DEVICES; i++) {
    const { printed } = await (await sent(`${url}/api/offices/${OFFICE.id}/join-codes`, { method: 'POST', headers })).json()
    const device = createSignedDevice({ url, authority, account: OFFICE.accounts[0].id })
    const join = device.join(printed.replaceAll('-', ''), `电脑${i + 1}`)
    await sent(join.url, join.init)
    devices.push(device)
  }
  return devices
}

/** Every device sends its batches one after the other, as an outbox does, all devices at once. */
async function measured(devices, { entries, batches, seconds }) {
  const queues = devices.map((device) =>
    Array.from({ length: batches }, () => device.batch(Array.from({ length: entries }, () => device.line()))),
  )
  const times = []
  const begin = performance.now()
  await Promise.all(
    queues.map(async (queue) => {
      for (const { url, init } of queue) {
        const start = performance.now()
        if (start - begin > seconds * 1000) return
        const { results } = await (await sent(url, init)).json()
        times.push(performance.now() - start)
        const lost = results.find(({ s }) => s !== 'stored')
        if (lost) throw new Error(`ingest: an entry was not stored: ${JSON.stringify(lost)}`)
      }
    }),
  )
  return { entries, times: times.sort((a, b) => a - b), seconds: (performance.now() - begin) / 1000 }
}

async function sent(url, init) {
  const answer = await fetch(url, init)
  if (!answer.ok) throw new Error(`ingest: ${answer.status} ${await answer.text()}`)
  return answer
}
